package dev.mitchbot.moderation.store;

import dev.mitchbot.messaging.Sql;
import dev.mitchbot.moderation.guild.GuildFacts;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** What the gateway has told of guilds, from the kit's table of them. */
final class GuildFactsTable {
    private static final String FIND = """
            select guild_id, owner_id, bot_role_position, array_to_string(role_ids, ','),
                   array_to_string(role_positions, ','), bot_permissions, name
            from guilds where guild_id = any(:guilds) and present and cardinality(role_ids) > 0""";

    private GuildFactsTable() {}

    static Uni<Map<Long, GuildFacts>> find(Mutiny.Session session, Set<Long> guilds) {
        return Sql.of(session, FIND)
                .set("guilds", guilds.toArray(Long[]::new))
                .rows()
                .map(rows -> {
                    Map<Long, GuildFacts> facts = new HashMap<>();
                    rows.forEach(row -> facts.put((Long) row[0], facts(row)));
                    return facts;
                });
    }

    private static GuildFacts facts(Object[] row) {
        String[] ids = ((String) row[3]).split(",");
        String[] positions = ((String) row[4]).split(",");
        Map<String, Integer> byId = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            byId.put(ids[i], Integer.valueOf(positions[i]));
        }
        return new GuildFacts(
                (String) row[6], (Long) row[1], (Integer) row[2], Optional.ofNullable((Long) row[5]), byId);
    }
}
