package dev.mitchbot.economy.settings;

import java.time.Duration;

/**
 * How a guild wants its economy. Zero is a value, not a wish for the default. The limits are those of a change: what was
 * stored under earlier ones stays in force until then.
 *
 * @param dailyRewardLimit how high the guild lets its own daily reward go
 * @param stakeIntervalSeconds the pause between two stakes of one member
 */
public record EconomySettings(
        boolean enabled,
        String currencyName,
        long startingBalance,
        long dailyReward,
        long dailyRewardLimit,
        int dailyCooldownHours,
        long workRewardMin,
        long workRewardMax,
        int workCooldownMinutes,
        long maxStake,
        int stakeIntervalSeconds) {
    public static final EconomySettings DEFAULTS =
            new EconomySettings(true, "coins", 100, 100, 10_000, 24, 50, 150, 60, 1_000_000, 3);

    public Duration dailyCooldown() {
        return Duration.ofHours(dailyCooldownHours);
    }

    public Duration workCooldown() {
        return Duration.ofMinutes(workCooldownMinutes);
    }

    public Duration stakeInterval() {
        return Duration.ofSeconds(stakeIntervalSeconds);
    }
}
