package dev.mitchbot.moderation.store;

import dev.mitchbot.messaging.Sql;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table whose rows are locked, in the order of the guilds' ids, by whoever writes in their case logs. */
final class RegistersTable {
    private static final String LOCK =
            "select guild_id, last_case from registers where guild_id = any(:guilds) order by guild_id for update";
    private static final String OPEN = """
            insert into registers (guild_id) select g from unnest(cast(:guilds as bigint[])) g order by g
            on conflict do nothing""";
    private static final String SAVE = """
            update registers r set last_case = v.last
            from unnest(cast(:guilds as bigint[]), cast(:last as bigint[])) v (g, last)
            where r.guild_id = v.g and r.last_case < v.last""";

    private RegistersTable() {}

    /** Locks the registers, new ones where there are none, and tells the number of each one's last case. */
    static Uni<Map<Long, Long>> lock(Mutiny.Session session, List<Long> guilds) {
        if (guilds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Long[] ids = guilds.toArray(Long[]::new);
        return lock(session, ids)
                .flatMap(locked -> locked.size() == ids.length
                        ? Uni.createFrom().item(locked)
                        : Sql.of(session, OPEN).set("guilds", ids).update().chain(() -> lock(session, ids)));
    }

    static Uni<Void> save(Mutiny.Session session, Map<Long, Long> lastCases) {
        return lastCases.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.of(session, SAVE)
                        .set("guilds", lastCases.keySet().toArray(Long[]::new))
                        .set("last", lastCases.values().toArray(Long[]::new))
                        .update()
                        .replaceWithVoid();
    }

    private static Uni<Map<Long, Long>> lock(Mutiny.Session session, Long[] guilds) {
        return Sql.of(session, LOCK).set("guilds", guilds).rows().map(rows -> {
            Map<Long, Long> lastCases = new HashMap<>();
            rows.forEach(row -> lastCases.put((Long) row[0], (Long) row[1]));
            return lastCases;
        });
    }
}
