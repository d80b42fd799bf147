package dev.mitchbot.moderation.store;

import dev.mitchbot.messaging.Columns;
import dev.mitchbot.messaging.Instants;
import dev.mitchbot.messaging.Sql;
import dev.mitchbot.moderation.cases.Warning;
import dev.mitchbot.moderation.guild.PageKey;
import dev.mitchbot.moderation.guild.PageKey.Direction;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Pages of users' warnings, each one short walk along the index, and how many there are. */
final class Warnings {
    private static final Comparator<Warning> NEWEST_FIRST =
            Comparator.comparingLong(Warning::caseNumber).reversed();

    private static final String FIND = """
            select v.g, v.u, v.n, w.case_number, w.moderator_id, w.reason,
                   cast(extract(epoch from w.opened_at) * 1000000 as bigint)
            from unnest(cast(:guilds as bigint[]), cast(:users as bigint[]), cast(:numbers as bigint[])) v (g, u, n)
            cross join lateral (
                select c.* from cases c
                where c.guild_id = v.g and c.target_id = v.u and c.kind = 'WARN' and c.case_number %1$s v.n
                order by c.case_number %2$s limit 11) w""";
    private static final String FIND_OLDER = FIND.formatted("<", "desc");
    private static final String FIND_NEWER = FIND.formatted(">", "asc");
    private static final String COUNT = """
            select k.g, k.u, count(*)
            from unnest(cast(:guilds as bigint[]), cast(:users as bigint[])) k (g, u)
            join cases c on c.guild_id = k.g and c.target_id = k.u and c.kind = 'WARN' group by k.g, k.u""";

    private Warnings() {}

    static Uni<Map<Long, Map<PageKey, List<Warning>>>> pages(Mutiny.Session session, Columns<PageKey> wanted) {
        Map<Long, Map<PageKey, List<Warning>>> pages = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            pages.computeIfAbsent(wanted.guilds().get(i), guild -> new HashMap<>())
                    .put(wanted.rows().get(i), new ArrayList<>());
        }
        return Sql.pipelined(
                        find(session, pages, Direction.OLDER, FIND_OLDER),
                        find(session, pages, Direction.NEWER, FIND_NEWER))
                .invoke(() -> pages.values().forEach(guild -> guild.values().forEach(page -> page.sort(NEWEST_FIRST))))
                .replaceWith(pages);
    }

    static Uni<Map<Long, Map<Long, Long>>> counts(Mutiny.Session session, Columns<Long> users) {
        Map<Long, Map<Long, Long>> counts = new HashMap<>();
        if (users.isEmpty()) {
            return Uni.createFrom().item(counts);
        }
        return Sql.of(session, COUNT)
                .set("guilds", users.guildIds())
                .set("users", users.longs(Long::longValue))
                .rows()
                .map(rows -> {
                    rows.forEach(row -> counts.computeIfAbsent((Long) row[0], guild -> new HashMap<>())
                            .put((Long) row[1], (Long) row[2]));
                    return counts;
                });
    }

    private static Uni<Void> find(
            Mutiny.Session session, Map<Long, Map<PageKey, List<Warning>>> pages, Direction direction, String sql) {
        Columns<PageKey> keys = Columns.empty();
        pages.forEach((guildId, guild) -> guild.keySet().stream()
                .filter(key -> key.direction() == direction)
                .forEach(key -> keys.add(guildId, key)));
        if (keys.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Sql.of(session, sql)
                .set("guilds", keys.guildIds())
                .set("users", keys.longs(PageKey::userId))
                .set("numbers", keys.longs(PageKey::caseNumber))
                .rows()
                .invoke(rows -> rows.forEach(row -> pages.get((Long) row[0])
                        .get(new PageKey((Long) row[1], direction, (Long) row[2]))
                        .add(new Warning((Long) row[3], (Long) row[4], (String) row[5], Instants.ofMicros(row[6])))))
                .replaceWithVoid();
    }
}
