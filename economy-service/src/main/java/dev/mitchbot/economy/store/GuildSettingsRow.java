package dev.mitchbot.economy.store;

import dev.mitchbot.economy.settings.EconomySettings;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The settings of a guild that has its own. */
@Entity
@Table(name = "guild_settings")
class GuildSettingsRow {
    @Id
    @Column(name = "guild_id")
    long guildId;

    @Version
    int version;

    boolean enabled;

    @Column(name = "currency_name")
    String currencyName;

    @Column(name = "starting_balance")
    long startingBalance;

    @Column(name = "daily_reward")
    long dailyReward;

    @Column(name = "daily_reward_limit")
    long dailyRewardLimit;

    @Column(name = "daily_cooldown_hours")
    int dailyCooldownHours;

    @Column(name = "work_reward_min")
    long workRewardMin;

    @Column(name = "work_reward_max")
    long workRewardMax;

    @Column(name = "work_cooldown_minutes")
    int workCooldownMinutes;

    @Column(name = "max_stake")
    long maxStake;

    @Column(name = "stake_interval_seconds")
    int stakeIntervalSeconds;

    EconomySettings settings() {
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
