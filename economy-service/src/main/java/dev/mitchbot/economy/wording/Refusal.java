package dev.mitchbot.economy.wording;

import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.Embed;
import dev.mitchbot.contracts.reply.MessageBody;
import java.time.Instant;

/** Why a member did not get what they asked for. The name is the stable code below the text; only the caller sees it. */
public enum Refusal {
    ECONOMY_DISABLED,
    INSUFFICIENT_FUNDS,
    COOLDOWN,
    SELF_TARGET,
    BOT_TARGET,
    CEILING_REACHED,
    MISSING_PERMISSION,
    INVALID_AMOUNT,
    INVALID_REASON,
    NOTHING_TO_SHOW;

    public static Answer economyDisabled(Interaction interaction) {
        return ECONOMY_DISABLED.answer(
                interaction, "This server has switched its economy off. Money is somebody else's problem now.");
    }

    public static Answer insufficientFunds(
            Interaction interaction, String whose, long needed, long actual, String currency) {
        return INSUFFICIENT_FUNDS.answer(
                interaction,
                "That takes %s. %s %s.".formatted(Coins.of(needed, currency), whose, Coins.of(actual, currency)));
    }

    public static Answer cooldown(Interaction interaction, Instant next) {
        // Discord shows whole seconds: round up, or the member comes back a moment too soon.
        long second = next.getEpochSecond() + (next.getNano() > 0 ? 1 : 0);
        return COOLDOWN.answer(interaction, "Already done. Come back <t:" + second + ":R>.");
    }

    public static Answer selfTarget(Interaction interaction) {
        return SELF_TARGET.answer(interaction, "From your left pocket to your right one. No.");
    }

    public static Answer botTarget(Interaction interaction) {
        return BOT_TARGET.answer(interaction, "Bots have no use for money. I checked.");
    }

    public static Answer ceilingReached(Interaction interaction) {
        return CEILING_REACHED.answer(interaction, "That is more money than this ledger can count. Nothing moved.");
    }

    public static Answer missingPermission(Interaction interaction) {
        return MISSING_PERMISSION.answer(
                interaction, "That takes Administrator and Manage Server. You have neither the keys nor the hat.");
    }

    public static Answer invalidAmount(Interaction interaction, long smallest, long largest) {
        return INVALID_AMOUNT.answer(
                interaction,
                "The amount is a whole number from %s to %s.".formatted(Coins.number(smallest), Coins.number(largest)));
    }

    public static Answer reasonTooLong(Interaction interaction, int longest) {
        return INVALID_REASON.answer(
                interaction, "A reason has 1 to " + longest + " characters. Memoirs go elsewhere.");
    }

    public static Answer nothingToShow(Interaction interaction) {
        return NOTHING_TO_SHOW.answer(interaction, "Nobody here has a single coin. A short list.");
    }

    private Answer answer(Interaction interaction, String text) {
        return new Answer(
                interaction, true, MessageBody.of(Embed.of(Colors.FAILURE, text).withFooter(name())));
    }
}
