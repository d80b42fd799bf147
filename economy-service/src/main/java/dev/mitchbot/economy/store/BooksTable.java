package dev.mitchbot.economy.store;

import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.messaging.Sql;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table whose rows are locked, in the order of the guilds' ids, by whoever moves money in them. */
final class BooksTable {
    private static final String LOCK =
            "select guild_id, last_entry from books where guild_id = any(:guilds) order by guild_id for update";
    private static final String OPEN = """
            insert into books (guild_id) select g from unnest(cast(:guilds as bigint[])) g order by g
            on conflict do nothing""";
    private static final String CLOSE = """
            update books b set last_entry = v.last
            from unnest(cast(:guilds as bigint[]), cast(:last as bigint[])) v (g, last) where b.guild_id = v.g""";

    private BooksTable() {}

    /** Locks the books, new ones where there are none, and tells the number of each one's last entry. */
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

    static Uni<Void> save(Mutiny.Session session, Collection<GuildEconomy> written) {
        return Sql.of(session, CLOSE)
                .set("guilds", written.stream().map(GuildEconomy::guildId).toArray(Long[]::new))
                .set(
                        "last",
                        written.stream()
                                .map(guild -> guild.ledger().lastEntry())
                                .toArray(Long[]::new))
                .update()
                .replaceWithVoid();
    }

    private static Uni<Map<Long, Long>> lock(Mutiny.Session session, Long[] guilds) {
        return Sql.of(session, LOCK).set("guilds", guilds).rows().map(rows -> {
            Map<Long, Long> lastEntries = new HashMap<>();
            rows.forEach(row -> lastEntries.put((Long) row[0], (Long) row[1]));
            return lastEntries;
        });
    }
}
