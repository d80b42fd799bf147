package dev.mitchbot.economy.settings;

import dev.mitchbot.economy.ledger.Accounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a guild wants its economy. Zero is a value, not a wish for the default.
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
    private static final Pattern CURRENCY_NAME = Pattern.compile("[\\p{L}\\p{N} _-]{1,32}");

    public static final EconomySettings DEFAULTS =
            new EconomySettings(true, "coins", 100, 100, 10_000, 24, 50, 150, 60, 1_000_000, 3);

    public EconomySettings {
        List<String> invalid = new ArrayList<>();
        check(invalid, "currencyName", CURRENCY_NAME.matcher(currencyName).matches());
        check(invalid, "startingBalance", within(startingBalance, 0, 1_000_000));
        check(invalid, "dailyRewardLimit", within(dailyRewardLimit, 10_000, 1_000_000));
        check(invalid, "dailyReward", within(dailyReward, 0, dailyRewardLimit));
        check(invalid, "dailyCooldownHours", within(dailyCooldownHours, 0, 720));
        check(invalid, "workRewardMin", within(workRewardMin, 0, 5_000));
        check(invalid, "workRewardMax", within(workRewardMax, workRewardMin, 10_000));
        check(invalid, "workCooldownMinutes", within(workCooldownMinutes, 0, 10_080));
        check(invalid, "maxStake", within(maxStake, 1, Accounts.CEILING));
        check(invalid, "stakeIntervalSeconds", within(stakeIntervalSeconds, 0, 3_600));
        if (!invalid.isEmpty()) {
            throw new InvalidSettingsException(invalid);
        }
    }

    public Duration dailyCooldown() {
        return Duration.ofHours(dailyCooldownHours);
    }

    public Duration workCooldown() {
        return Duration.ofMinutes(workCooldownMinutes);
    }

    public Duration stakeInterval() {
        return Duration.ofSeconds(stakeIntervalSeconds);
    }

    private static boolean within(long value, long smallest, long largest) {
        return smallest <= value && value <= largest;
    }

    private static void check(List<String> invalid, String field, boolean valid) {
        if (!valid) {
            invalid.add(field);
        }
    }
}
