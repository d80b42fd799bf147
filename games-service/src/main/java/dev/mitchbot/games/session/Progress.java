package dev.mitchbot.games.session;

import dev.mitchbot.contracts.command.Interaction;
import java.time.Instant;
import java.util.Optional;

/**
 * What changes while a game goes on.
 *
 * @param turn counts the player's moves from 1; 0 before anything was shown
 * @param payout coins that come back at the end
 * @param currency what the guild calls its coins, once the ledger has said so
 * @param interaction whom to answer next, and how
 * @param dueAt when something happens by itself
 */
public record Progress(
        Status status,
        int turn,
        GameState state,
        long payout,
        String currency,
        Optional<Interaction> interaction,
        Optional<Instant> dueAt) {
    public static final String USUAL_CURRENCY = "coins";

    /** A game that waits for the ledger. */
    public static Progress begun(Status status, GameState state, Interaction interaction) {
        return new Progress(status, 0, state, 0, USUAL_CURRENCY, Optional.of(interaction), Optional.empty());
    }

    public Progress now(Status newStatus) {
        return new Progress(newStatus, turn, state, payout, currency, interaction, dueAt);
    }

    public Progress with(GameState newState) {
        return new Progress(status, turn, newState, payout, currency, interaction, dueAt);
    }

    public Progress turned() {
        return new Progress(status, turn + 1, state, payout, currency, interaction, dueAt);
    }

    public Progress paying(long newPayout) {
        return new Progress(status, turn, state, newPayout, currency, interaction, dueAt);
    }

    public Progress in(Optional<String> newCurrency) {
        return new Progress(status, turn, state, payout, newCurrency.orElse(currency), interaction, dueAt);
    }

    public Progress answering(Interaction latest) {
        return new Progress(status, turn, state, payout, currency, Optional.of(latest), dueAt);
    }

    public Progress due(Instant at) {
        return new Progress(status, turn, state, payout, currency, interaction, Optional.of(at));
    }

    /** Nothing happens by itself any more. */
    public Progress undue() {
        return new Progress(status, turn, state, payout, currency, interaction, Optional.empty());
    }
}
