package dev.mitchbot.economy.store;

import dev.mitchbot.economy.settings.ChangedSettings;
import dev.mitchbot.economy.settings.EconomySettings;
import dev.mitchbot.economy.settings.StoredSettings;
import dev.mitchbot.messaging.Sql;
import dev.mitchbot.messaging.StaleRowsException;
import dev.mitchbot.messaging.Store;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.reactive.mutiny.Mutiny;

/** Brings the settings that are to be changed into memory and back. */
public final class SettingsStore implements Store<Set<Long>, ChangedSettings> {
    private static final String SAVE = """
            insert into guild_settings (guild_id, version, enabled, currency_name, starting_balance, daily_reward,
                daily_reward_limit, daily_cooldown_hours, work_reward_min, work_reward_max, work_cooldown_minutes,
                max_stake, stake_interval_seconds)
            values (:guild, :version, :enabled, :currency, :starting, :daily, :dailyLimit, :dailyHours, :workMin,
                :workMax, :workMinutes, :maxStake, :stakeSeconds)
            on conflict (guild_id) do update set version = excluded.version, enabled = excluded.enabled,
                currency_name = excluded.currency_name, starting_balance = excluded.starting_balance,
                daily_reward = excluded.daily_reward, daily_reward_limit = excluded.daily_reward_limit,
                daily_cooldown_hours = excluded.daily_cooldown_hours, work_reward_min = excluded.work_reward_min,
                work_reward_max = excluded.work_reward_max, work_cooldown_minutes = excluded.work_cooldown_minutes,
                max_stake = excluded.max_stake, stake_interval_seconds = excluded.stake_interval_seconds
            where guild_settings.version = excluded.version - 1""";

    @Override
    public Set<Long> keys() {
        return new HashSet<>();
    }

    @Override
    public Uni<ChangedSettings> load(Mutiny.Session session, Set<Long> guilds) {
        return SettingsTable.stored(session, guilds).map(ChangedSettings::new);
    }

    @Override
    public Uni<Void> save(Mutiny.Session session, ChangedSettings settings) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (long guildId : new TreeSet<>(settings.changed())) {
            all = all.chain(() -> save(session, guildId, settings.of(guildId)));
        }
        return all;
    }

    private static Uni<Void> save(Mutiny.Session session, long guildId, StoredSettings stored) {
        EconomySettings values = stored.values();
        return Sql.of(session, SAVE)
                .set("guild", guildId)
                .set("version", stored.version())
                .set("enabled", values.enabled())
                .set("currency", values.currencyName())
                .set("starting", values.startingBalance())
                .set("daily", values.dailyReward())
                .set("dailyLimit", values.dailyRewardLimit())
                .set("dailyHours", values.dailyCooldownHours())
                .set("workMin", values.workRewardMin())
                .set("workMax", values.workRewardMax())
                .set("workMinutes", values.workCooldownMinutes())
                .set("maxStake", values.maxStake())
                .set("stakeSeconds", values.stakeIntervalSeconds())
                .update()
                .invoke(saved -> {
                    if (saved != 1) {
                        throw new StaleRowsException("guild_settings", 1, saved);
                    }
                })
                .replaceWithVoid();
    }
}
