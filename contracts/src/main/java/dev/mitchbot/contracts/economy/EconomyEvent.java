package dev.mitchbot.contracts.economy;

import dev.mitchbot.contracts.wire.Snowflake;
import java.time.Instant;

/** What happened in a guild's economy that others have a use for: the changes made by people with power over it. */
public sealed interface EconomyEvent {
    /** The guild; also the record's key. */
    long guildId();

    /** The message type under which it travels. */
    default String type() {
        return switch (this) {
            case BalanceAdjusted event -> "economy.balance-adjusted.v1";
            case SettingsChanged event -> "economy.settings-changed.v1";
        };
    }

    /**
     * Somebody in charge changed a member's balance.
     *
     * @param amount coins, negative where they were taken
     */
    record BalanceAdjusted(
            @Snowflake long guildId,
            @Snowflake long userId,
            @Snowflake long actorId,
            long amount,
            long balance,
            String reason,
            Instant at)
            implements EconomyEvent {}

    /**
     * Somebody in charge changed the economy's settings.
     *
     * @param before the settings before, as JSON
     * @param after the settings after, as JSON
     */
    record SettingsChanged(
            @Snowflake long guildId, @Snowflake long actorId, String before, String after, Instant at)
            implements EconomyEvent {}
}
