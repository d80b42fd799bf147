package dev.mitchbot.moderation.outcome;

import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseKind;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.Embed;
import dev.mitchbot.moderation.cases.Case;
import dev.mitchbot.moderation.wording.Colors;
import dev.mitchbot.moderation.wording.Refusal;
import dev.mitchbot.moderation.wording.Texts;

/** A case in words. */
final class CaseWords {
    private CaseWords() {}

    /** Everything about it. */
    static Embed card(Case one) {
        Embed card = Embed.of(Colors.MODERATION, one.reason())
                .titled("Case #" + one.number() + ": " + name(one.kind()))
                .with(new Embed.Field("State", state(one), true))
                .with(new Embed.Field("Member", Texts.mention(one.targetId()), true))
                .with(new Embed.Field("Moderator", Texts.mention(one.moderatorId()), true))
                .with(new Embed.Field("Opened", Texts.relative(one.openedAt()), true));
        return one.duration()
                .map(time -> card.with(new Embed.Field("Duration", Texts.lasting(time), true)))
                .orElse(card);
    }

    /**
     * What the moderator who asked is told in the end.
     *
     * @param isNeedless whether Discord found nothing to undo
     */
    static Answer verdict(Interaction teller, Case closed, boolean isNeedless) {
        return switch (closed.state()) {
            case FAILED -> {
                String text = "Case #%d failed. Discord says: %s".formatted(closed.number(), why(closed));
                yield isNeedless ? Refusal.targetNotFound(teller, text) : Refusal.refusedByDiscord(teller, text);
            }
            case UNANSWERED ->
                Refusal.unanswered(
                        teller,
                        "Case #%d: no answer from Discord. It may be done or not; look before you ask again."
                                .formatted(closed.number()));
            default ->
                Texts.toCaller(
                        teller, Embed.of(Colors.MODERATION, "Case #%d. %s".formatted(closed.number(), deed(closed))));
        };
    }

    /** What the moderator is told while there is nothing to tell. */
    static Answer waiting(Interaction teller, Case open) {
        String text = "Case #%d is with Discord, which takes its time. `/case view %d` knows more later."
                .formatted(open.number(), open.number());
        return Texts.toCaller(teller, Embed.of(Colors.PENDING, text));
    }

    private static String deed(Case done) {
        String member = Texts.mention(done.targetId());
        String time = done.duration().map(Texts::lasting).orElse("good");
        return switch (done.kind()) {
            case WARN -> member + " is warned.";
            case TIMEOUT -> member + " is silent for " + time + ".";
            case TEMPBAN -> member + " is gone for " + time + ".";
            case BAN -> member + " is gone for good.";
            case UNBAN -> member + " may come back.";
        };
    }

    private static String state(Case one) {
        return switch (one.state()) {
            case REQUESTED -> "requested, no answer from Discord yet";
            case DONE -> "done";
            case FAILED -> "failed: " + why(one);
            case UNANSWERED -> "unknown: Discord never answered";
        };
    }

    private static String why(Case one) {
        return one.failure().orElse("nothing");
    }

    private static String name(CaseKind kind) {
        return switch (kind) {
            case WARN -> "warning";
            case TIMEOUT -> "time-out";
            case TEMPBAN -> "temporary ban";
            case BAN -> "ban";
            case UNBAN -> "unban";
        };
    }
}
