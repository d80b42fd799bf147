package dev.mitchbot.economy.rest;

import dev.mitchbot.economy.ledger.Accounts;
import dev.mitchbot.economy.settings.EconomySettings;
import dev.mitchbot.messaging.rest.Fields;
import java.util.regex.Pattern;

/** Reads settings out of a request, naming every field that is outside its limits. */
final class SettingsBody {
    private static final Pattern CURRENCY_NAME =
            Pattern.compile("\\s*[\\p{L}\\p{N}_-]([\\p{L}\\p{N} _-]{0,30}[\\p{L}\\p{N}_-])?\\s*");

    private SettingsBody() {}

    static EconomySettings read(Fields fields) {
        boolean enabled = fields.bool("enabled");
        String currencyName = fields.text(
                        "currencyName",
                        CURRENCY_NAME,
                        "1 to 32 letters, digits, spaces, hyphens or underscores, and not blank")
                .strip();
        long startingBalance = fields.whole("startingBalance", 0, 1_000_000);
        long dailyReward = fields.whole("dailyReward", 0, 1_000_000);
        long dailyRewardLimit = fields.whole("dailyRewardLimit", 10_000, 1_000_000);
        int dailyCooldownHours = (int) fields.whole("dailyCooldownHours", 1, 168);
        long workRewardMin = fields.whole("workRewardMin", 0, 5_000);
        long workRewardMax = fields.whole("workRewardMax", 0, 10_000);
        int workCooldownMinutes = (int) fields.whole("workCooldownMinutes", 1, 1_440);
        long maxStake = fields.whole("maxStake", 1, Accounts.CEILING);
        int stakeIntervalSeconds = (int) fields.whole("stakeIntervalSeconds", 0, 3_600);
        if (fields.isValid("dailyReward") && fields.isValid("dailyRewardLimit") && dailyReward > dailyRewardLimit) {
            fields.reject("dailyReward", "must not exceed dailyRewardLimit, " + dailyRewardLimit);
        }
        if (fields.isValid("workRewardMin") && fields.isValid("workRewardMax") && workRewardMax < workRewardMin) {
            fields.reject("workRewardMax", "must not be below workRewardMin, " + workRewardMin);
        }
        fields.requireValid();
        return new EconomySettings(
                enabled,
                currencyName,
                startingBalance,
                dailyReward,
                dailyRewardLimit,
                dailyCooldownHours,
                workRewardMin,
                workRewardMax,
                workCooldownMinutes,
                maxStake,
                stakeIntervalSeconds);
    }
}
