package dev.mitchbot.moderation.wording;

import dev.mitchbot.contracts.action.Action.SendDirectMessage;
import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.Embed;
import dev.mitchbot.contracts.reply.MessageBody;
import java.time.Duration;
import java.time.Instant;

/** Words that several commands have in common. */
public final class Texts {
    private Texts() {}

    public static Answer toCaller(Interaction interaction, Embed embed) {
        return new Answer(interaction, true, MessageBody.of(embed));
    }

    public static SendDirectMessage letter(long guildId, long userId, String text, String reason) {
        Embed embed = Embed.of(Colors.WARNING, text).with(new Embed.Field("Reason", reason, false));
        return new SendDirectMessage(guildId, userId, MessageBody.of(embed));
    }

    public static String mention(long userId) {
        return "<@" + Long.toUnsignedString(userId) + ">";
    }

    /** A text of at most so many characters, cut where it is longer, but within no pair of surrogates. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    /** How long ago or ahead, as each reader's own client says it. */
    public static String relative(Instant at) {
        return "<t:" + at.getEpochSecond() + ":R>";
    }

    /** For example {@code 1 d 2 h 5 min}. */
    public static String lasting(Duration duration) {
        StringBuilder text = new StringBuilder();
        part(text, duration.toDays(), "d");
        part(text, duration.toHoursPart(), "h");
        part(text, duration.toMinutesPart(), "min");
        return text.isEmpty() ? duration.toSeconds() + " s" : text.toString();
    }

    private static void part(StringBuilder text, long amount, String unit) {
        if (amount > 0) {
            text.append(text.isEmpty() ? "" : " ").append(amount).append(' ').append(unit);
        }
    }
}
