package dev.mitchbot.contracts.economy;

import dev.mitchbot.contracts.wire.Snowflake;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the ledger answered to a {@link WalletRequest}. */
public sealed interface WalletResult {
    /** The guild; also the record's key. */
    long guildId();

    /** The game that asked. */
    String gameId();

    /** The message type under which it travels. */
    default String type() {
        return switch (this) {
            case StakeHeld result -> "economy.stake-held.v1";
            case StakeSettled result -> "economy.stake-settled.v1";
            case StakeReleased result -> "economy.stake-released.v1";
            case StakeRefused result -> "economy.stake-refused.v1";
        };
    }

    /**
     * The stake is in escrow.
     *
     * @param currency what the guild calls its coins
     */
    record StakeHeld(
            @Snowflake long guildId,
            String gameId,
            @Snowflake long playerId,
            long amount,
            long balance,
            Optional<String> currency)
            implements WalletResult {}

    /**
     * The game is paid out, at once for an instant game; balances are those after it.
     *
     * @param currency what the guild calls its coins
     */
    record StakeSettled(@Snowflake long guildId, String gameId, List<Balance> balances, Optional<String> currency)
            implements WalletResult {
        public StakeSettled {
            balances = List.copyOf(balances);
        }
    }

    /**
     * The stakes went back.
     *
     * @param expired whether the ledger did it by itself because nobody settled in time
     */
    record StakeReleased(@Snowflake long guildId, String gameId, boolean expired) implements WalletResult {}

    /**
     * Nothing was moved.
     *
     * @param needed coins that it would have taken; for STAKE_TOO_HIGH the most that is allowed
     * @param balance what the player has
     * @param retryAt for TOO_SOON, from when on it would go
     * @param currency what the guild calls its coins
     */
    record StakeRefused(
            @Snowflake long guildId,
            String gameId,
            Refusal refusal,
            long needed,
            long balance,
            Optional<Instant> retryAt,
            Optional<String> currency)
            implements WalletResult {}

    /** A player's wallet. */
    record Balance(@Snowflake long playerId, long balance) {}

    /** Why nothing was moved. */
    enum Refusal {
        INSUFFICIENT_FUNDS,
        ECONOMY_DISABLED,
        STAKE_TOO_HIGH,
        TOO_SOON,
        ALREADY_HELD,
        NOT_HELD,
        INVALID_AMOUNT,
        TOO_LATE
    }
}
