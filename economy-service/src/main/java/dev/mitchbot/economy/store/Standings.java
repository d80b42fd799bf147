package dev.mitchbot.economy.store;

import dev.mitchbot.economy.guild.PageKey;
import dev.mitchbot.economy.guild.PageKey.Direction;
import dev.mitchbot.economy.ledger.Standing;
import dev.mitchbot.messaging.Columns;
import dev.mitchbot.messaging.Sql;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Pages of the accounts in the order of their balances; each is one short walk along the index, however far down. */
final class Standings {
    private static final Comparator<Standing> RICHEST_FIRST = Comparator.comparingLong(Standing::balance)
            .thenComparingLong(Standing::userId)
            .reversed();

    private static final String FIND = """
            select v.g, v.b, v.u, s.account_id, s.balance
            from unnest(cast(:guilds as bigint[]), cast(:balances as bigint[]), cast(:users as bigint[])) v (g, b, u)
            cross join lateral (
                select a.account_id, a.balance from accounts a
                where a.guild_id = v.g and a.account_id > 4 and a.balance > 0
                  and (a.balance, a.account_id) %1$s (v.b, v.u)
                order by a.balance %2$s, a.account_id %2$s limit 11) s""";
    private static final String FIND_AFTER = FIND.formatted("<", "desc");
    private static final String FIND_BEFORE = FIND.formatted(">", "asc");

    private Standings() {}

    static Uni<Map<PageKey, List<Standing>>> find(Mutiny.Session session, Columns<PageKey> wanted) {
        Map<PageKey, List<Standing>> pages = new HashMap<>();
        wanted.rows().forEach(key -> pages.put(key, new ArrayList<>()));
        return Sql.pipelined(
                        find(session, pages, Direction.AFTER, FIND_AFTER),
                        find(session, pages, Direction.BEFORE, FIND_BEFORE))
                .invoke(() -> pages.values().forEach(page -> page.sort(RICHEST_FIRST)))
                .replaceWith(pages);
    }

    private static Uni<Void> find(
            Mutiny.Session session, Map<PageKey, List<Standing>> pages, Direction direction, String sql) {
        List<PageKey> keys = pages.keySet().stream()
                .filter(key -> key.direction() == direction)
                .toList();
        if (keys.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Sql.of(session, sql)
                .set("guilds", keys.stream().map(PageKey::guildId).toArray(Long[]::new))
                .set("balances", keys.stream().map(PageKey::balance).toArray(Long[]::new))
                .set("users", keys.stream().map(PageKey::userId).toArray(Long[]::new))
                .rows()
                .invoke(rows -> rows.forEach(
                        row -> pages.get(new PageKey((Long) row[0], direction, (Long) row[1], (Long) row[2]))
                                .add(new Standing((Long) row[3], (Long) row[4]))))
                .replaceWithVoid();
    }
}
