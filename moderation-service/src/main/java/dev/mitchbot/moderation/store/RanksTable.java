package dev.mitchbot.moderation.store;

import dev.mitchbot.messaging.Sql;
import dev.mitchbot.moderation.guild.Ranks;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who outranks whom and what the bot may do, from the kit's table of guilds. */
final class RanksTable {
    private static final String FIND = """
            select guild_id, owner_id, bot_role_position, array_to_string(role_ids, ','),
                   array_to_string(role_positions, ','), bot_permissions
            from guilds where guild_id = any(:guilds) and present and cardinality(role_ids) > 0""";

    private RanksTable() {}

    static Uni<Map<Long, Ranks>> find(Mutiny.Session session, Set<Long> guilds) {
        return Sql.of(session, FIND)
                .set("guilds", guilds.toArray(Long[]::new))
                .rows()
                .map(rows -> {
                    Map<Long, Ranks> ranks = new HashMap<>();
                    rows.forEach(row -> ranks.put((Long) row[0], ranks(row)));
                    return ranks;
                });
    }

    private static Ranks ranks(Object[] row) {
        String[] ids = ((String) row[3]).split(",");
        String[] positions = ((String) row[4]).split(",");
        Map<String, Integer> byId = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            byId.put(ids[i], Integer.valueOf(positions[i]));
        }
        return new Ranks((Long) row[1], (Integer) row[2], Optional.ofNullable((Long) row[5]), byId);
    }
}
