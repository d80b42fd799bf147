package dev.mitchbot.economy.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the settings stand in the OpenAPI document. */
@Schema(name = "EconomySettings")
record SettingsDocument(
        @Schema(required = true) boolean enabled,

        @Schema(
                required = true,
                minLength = 1,
                maxLength = 32,
                pattern = "[\\p{L}\\p{N}_-]([\\p{L}\\p{N} _-]{0,30}[\\p{L}\\p{N}_-])?",
                description = "Spaces around it are dropped",
                examples = "coins")
        String currencyName,

        @Schema(required = true, minimum = "0", maximum = "1000000")
        long startingBalance,

        @Schema(required = true, minimum = "0", maximum = "1000000", description = "At most dailyRewardLimit")
        long dailyReward,

        @Schema(required = true, minimum = "10000", maximum = "1000000")
        long dailyRewardLimit,

        @Schema(required = true, minimum = "1", maximum = "168")
        int dailyCooldownHours,

        @Schema(required = true, minimum = "0", maximum = "5000")
        long workRewardMin,

        @Schema(required = true, minimum = "0", maximum = "10000", description = "At least workRewardMin")
        long workRewardMax,

        @Schema(required = true, minimum = "1", maximum = "1440")
        int workCooldownMinutes,

        @Schema(required = true, minimum = "1", maximum = "9007199254740991")
        long maxStake,

        @Schema(required = true, minimum = "0", maximum = "3600")
        int stakeIntervalSeconds) {}
