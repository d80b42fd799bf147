package dev.mitchbot.games.store;

import dev.mitchbot.games.session.Odds;
import dev.mitchbot.messaging.Sql;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of the guilds that have settings of their own. */
final class SettingsTable {
    private static final String FIND = "select guild_id, odds from guild_settings where guild_id = any(:guilds)";

    private SettingsTable() {}

    static Uni<Map<Long, Odds>> find(Mutiny.Session session, Set<Long> guilds) {
        return Sql.of(session, FIND)
                .set("guilds", guilds.toArray(Long[]::new))
                .rows()
                .map(rows -> {
                    Map<Long, Odds> odds = new HashMap<>();
                    rows.forEach(row -> odds.put((Long) row[0], Odds.valueOf((String) row[1])));
                    return odds;
                });
    }
}
