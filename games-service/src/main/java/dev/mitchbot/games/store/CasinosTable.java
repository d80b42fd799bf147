package dev.mitchbot.games.store;

import dev.mitchbot.messaging.Sql;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table whose rows are locked, in the order of the guilds' ids, by whoever changes something at their tables. */
final class CasinosTable {
    private static final String LOCK =
            "select guild_id from casinos where guild_id = any(:guilds) order by guild_id for update";
    private static final String OPEN = """
            insert into casinos (guild_id) select g from unnest(cast(:guilds as bigint[])) g order by g
            on conflict do nothing""";

    private CasinosTable() {}

    static Uni<Void> lock(Mutiny.Session session, Set<Long> guilds) {
        Long[] ids = guilds.toArray(Long[]::new);
        return lock(session, ids)
                .flatMap(locked -> locked == ids.length
                        ? Uni.createFrom().voidItem()
                        : Sql.of(session, OPEN)
                                .set("guilds", ids)
                                .update()
                                .chain(() -> lock(session, ids))
                                .replaceWithVoid());
    }

    private static Uni<Integer> lock(Mutiny.Session session, Long[] guilds) {
        return Sql.of(session, LOCK).set("guilds", guilds).rows().map(rows -> rows.size());
    }
}
