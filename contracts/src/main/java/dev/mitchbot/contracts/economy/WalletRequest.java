package dev.mitchbot.contracts.economy;

import dev.mitchbot.contracts.wire.Snowflake;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a game asks of the ledger. Each is answered by exactly one {@link WalletResult} with the game's id. */
public sealed interface WalletRequest {
    /** The guild; also the record's key. */
    long guildId();

    /** The game on whose behalf it is asked, unique in the guild, at most 64 characters. */
    String gameId();

    /** The message type under which it travels. */
    default String type() {
        return switch (this) {
            case HoldStake request -> "economy.hold-stake.v1";
            case SettleStake request -> "economy.settle-stake.v1";
            case PlayStake request -> "economy.play-stake.v1";
            case ReleaseStake request -> "economy.release-stake.v1";
        };
    }

    /**
     * Moves a stake from the player's wallet into escrow.
     *
     * @param game the kind of game, for example {@code blackjack}; becomes the ledger's reason
     * @param amount coins, at least 1
     * @param expiresAt when the ledger gives it back by itself if nobody settled
     * @param validUntil from when on the ledger is to refuse, because nobody waits for the game any more
     */
    record HoldStake(
            @Snowflake long guildId,
            String gameId,
            String game,
            @Snowflake long playerId,
            long amount,
            Instant expiresAt,
            Optional<Instant> validUntil)
            implements WalletRequest {}

    /**
     * Ends a game: everything held for it leaves escrow, each payout reaches its player, the house takes or bears the
     * difference.
     */
    record SettleStake(@Snowflake long guildId, String gameId, List<Payout> payouts) implements WalletRequest {
        public SettleStake {
            payouts = List.copyOf(payouts);
        }
    }

    /**
     * Plays an instant game whose outcome is decided already: stake and payout in one movement.
     *
     * @param game the kind of game, for example {@code coinflip}
     * @param stake coins, at least 1
     * @param payout coins that come back, 0 for a loss
     * @param validUntil from when on the ledger is to refuse, because nobody waits for the outcome any more
     */
    record PlayStake(
            @Snowflake long guildId,
            String gameId,
            String game,
            @Snowflake long playerId,
            long stake,
            long payout,
            Optional<Instant> validUntil)
            implements WalletRequest {}

    /** Gives every stake held for a game back to its player. */
    record ReleaseStake(@Snowflake long guildId, String gameId) implements WalletRequest {}

    /**
     * What a player gets at the end.
     *
     * @param amount coins, at least 0
     */
    record Payout(@Snowflake long playerId, long amount) {}
}
