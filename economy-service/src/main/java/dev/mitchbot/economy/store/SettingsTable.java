package dev.mitchbot.economy.store;

import dev.mitchbot.economy.settings.EconomySettings;
import dev.mitchbot.economy.settings.StoredSettings;
import dev.mitchbot.messaging.Sql;
import dev.mitchbot.messaging.StaleRowsException;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of the guilds that have settings of their own. */
final class SettingsTable {
    private static final String FIND = """
            select guild_id, version, enabled, currency_name, starting_balance, daily_reward, daily_reward_limit,
                daily_cooldown_hours, work_reward_min, work_reward_max, work_cooldown_minutes, max_stake,
                stake_interval_seconds
            from guild_settings where guild_id = any(:guilds)""";
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

    private SettingsTable() {}

    static Uni<Map<Long, EconomySettings>> find(Mutiny.Session session, Set<Long> guilds) {
        return stored(session, guilds).map(found -> {
            Map<Long, EconomySettings> settings = new HashMap<>();
            found.forEach((guildId, stored) -> settings.put(guildId, stored.values()));
            return settings;
        });
    }

    static Uni<Map<Long, StoredSettings>> stored(Mutiny.Session session, Set<Long> guilds) {
        return Sql.of(session, FIND)
                .set("guilds", guilds.toArray(Long[]::new))
                .rows()
                .map(rows -> {
                    Map<Long, StoredSettings> settings = new HashMap<>();
                    rows.forEach(row -> settings.put((Long) row[0], new StoredSettings((Integer) row[1], values(row))));
                    return settings;
                });
    }

    private static EconomySettings values(Object[] row) {
        return new EconomySettings(
                (Boolean) row[2],
                (String) row[3],
                (Long) row[4],
                (Long) row[5],
                (Long) row[6],
                (Integer) row[7],
                (Long) row[8],
                (Long) row[9],
                (Integer) row[10],
                (Long) row[11],
                (Integer) row[12]);
    }

    static Uni<Void> save(Mutiny.Session session, long guildId, StoredSettings stored) {
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
