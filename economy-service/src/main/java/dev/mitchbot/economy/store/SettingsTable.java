package dev.mitchbot.economy.store;

import dev.mitchbot.economy.settings.EconomySettings;
import dev.mitchbot.economy.settings.StoredSettings;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of the guilds that have settings of their own. */
final class SettingsTable {
    private static final String FIND = "select * from guild_settings where guild_id = any(:guilds)";

    private SettingsTable() {}

    static Uni<Map<Long, EconomySettings>> find(Mutiny.Session session, Set<Long> guilds) {
        return stored(session, guilds).map(found -> {
            Map<Long, EconomySettings> settings = new HashMap<>();
            found.forEach((guildId, stored) -> settings.put(guildId, stored.values()));
            return settings;
        });
    }

    static Uni<Map<Long, StoredSettings>> stored(Mutiny.Session session, Set<Long> guilds) {
        return session.createNativeQuery(FIND, GuildSettingsRow.class)
                .setParameter("guilds", guilds.toArray(Long[]::new))
                .setReadOnly(true)
                .getResultList()
                .map(rows -> {
                    Map<Long, StoredSettings> settings = new HashMap<>();
                    rows.forEach(row -> settings.put(row.guildId, new StoredSettings(row.version, row.settings())));
                    return settings;
                });
    }
}
