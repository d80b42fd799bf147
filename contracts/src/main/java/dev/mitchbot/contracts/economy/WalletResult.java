package dev.mitchbot.contracts.economy;

import dev.mitchbot.contracts.wire.Snowflake;
import java.util.List;

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

    /** The stake is in escrow. */
    record StakeHeld(
            @Snowflake long guildId,
            String gameId,
            @Snowflake long playerId,
            long amount,
            long balance) implements WalletResult {}

    /** The game is paid out, at once for an instant game; balances are those after it. */
    record StakeSettled(@Snowflake long guildId, String gameId, List<Balance> balances) implements WalletResult {
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

    /** Nothing was moved. */
    record StakeRefused(@Snowflake long guildId, String gameId, Refusal refusal, long needed, long balance)
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
        INVALID_AMOUNT
    }
}
