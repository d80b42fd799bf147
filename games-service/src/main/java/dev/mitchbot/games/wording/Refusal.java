package dev.mitchbot.games.wording;

import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.economy.WalletResult.StakeRefused;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.Embed;
import dev.mitchbot.contracts.reply.MessageBody;
import java.time.Instant;

/** Why a member did not get what they asked for. The name is the stable code below the text; only the caller sees it. */
public enum Refusal {
    ECONOMY_DISABLED,
    INSUFFICIENT_FUNDS,
    STAKE_TOO_HIGH,
    COOLDOWN,
    TOO_LATE,
    INVALID_AMOUNT,
    INVALID_CHOICE,
    INVALID_SEED,
    ALREADY_PLAYING,
    NOT_YOUR_GAME,
    STALE_BUTTON,
    TIME_IS_UP,
    GAME_UNKNOWN;

    /** @param largest that anybody could have at all */
    public static Answer invalidAmount(Interaction interaction, long largest) {
        return INVALID_AMOUNT.answer(
                interaction, "A stake is a whole number of coins from 1 to %s.".formatted(Coins.number(largest)));
    }

    public static Answer invalidChoice(Interaction interaction) {
        return INVALID_CHOICE.answer(interaction, "The coin has two sides: heads and tails.");
    }

    public static Answer invalidSeed(Interaction interaction) {
        return INVALID_SEED.answer(
                interaction,
                "A client seed has 1 to 64 letters, digits, hyphens and underscores. Nothing more exotic.");
    }

    public static Answer alreadyPlaying(Interaction interaction) {
        return ALREADY_PLAYING.answer(interaction, "One hand at a time. Yours is still on the table.");
    }

    public static Answer seedInPlay(Interaction interaction) {
        return ALREADY_PLAYING.answer(
                interaction, "A game of yours is not over yet. Showing the seed now would show how it ends.");
    }

    public static Answer notYourGame(Interaction interaction) {
        return NOT_YOUR_GAME.answer(interaction, "Not your game. Hands off.");
    }

    public static Answer staleButton(Interaction interaction) {
        return STALE_BUTTON.answer(interaction, "That move was already made. Nothing happened twice.");
    }

    public static Answer timeIsUp(Interaction interaction) {
        return TIME_IS_UP.answer(interaction, "Time is up. The hand stands by itself now.");
    }

    public static Answer gameUnknown(Interaction interaction) {
        return GAME_UNKNOWN.answer(interaction, "No game of yours here has that number.");
    }

    /** What the ledger said, in the player's words. */
    public static Answer of(StakeRefused refusal, Interaction interaction) {
        String currency = refusal.currency().orElse("coins");
        return switch (refusal.refusal()) {
            case INSUFFICIENT_FUNDS ->
                INSUFFICIENT_FUNDS.answer(
                        interaction,
                        "That takes %s. You have %s."
                                .formatted(
                                        Coins.of(refusal.needed(), currency), Coins.of(refusal.balance(), currency)));
            case ECONOMY_DISABLED ->
                ECONOMY_DISABLED.answer(
                        interaction, "This server has switched its economy off. Money is somebody else's problem now.");
            case STAKE_TOO_HIGH ->
                STAKE_TOO_HIGH.answer(
                        interaction, "The table takes %s at most.".formatted(Coins.of(refusal.needed(), currency)));
            case TOO_SOON -> COOLDOWN.answer(interaction, "One stake at a time. " + comeBack(refusal));
            case TOO_LATE ->
                TOO_LATE.answer(interaction, "The ledger took too long to look at that. No stake was taken.");
            case INVALID_AMOUNT, ALREADY_HELD, NOT_HELD ->
                INVALID_AMOUNT.answer(interaction, "The ledger will not take that stake. Nothing moved.");
        };
    }

    private static String comeBack(StakeRefused refusal) {
        return refusal.retryAt()
                .map(at -> "Come back <t:" + wholeSecond(at) + ":R>.")
                .orElse("Come back in a moment.");
    }

    /** Discord shows whole seconds: rounded up, or the member comes back a moment too soon. */
    private static long wholeSecond(Instant at) {
        return at.getEpochSecond() + (at.getNano() > 0 ? 1 : 0);
    }

    private Answer answer(Interaction interaction, String text) {
        return new Answer(
                interaction, true, MessageBody.of(Embed.of(Colors.REFUSAL, text).withFooter(name())));
    }
}
