package dev.mitchbot.messaging.sample;

import dev.mitchbot.messaging.Store;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.reactive.mutiny.Mutiny;

class TallyStore implements Store<Set<Long>, Map<Long, Tally>> {
    @Override
    public Set<Long> keys() {
        return new TreeSet<>();
    }

    @Override
    public Uni<Map<Long, Tally>> load(Mutiny.Session session, Set<Long> guilds) {
        Long[] ids = guilds.toArray(Long[]::new);
        return session.createNativeQuery(
                        "insert into tallies select g, 0 from unnest(cast(:ids as bigint[])) g on conflict do nothing")
                .setParameter("ids", ids)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(
                                "select * from tallies where guild_id = any(:ids) order by guild_id for update",
                                Tally.class)
                        .setParameter("ids", ids)
                        .getResultList())
                .map(rows -> {
                    Map<Long, Tally> tallies = new HashMap<>();
                    rows.forEach(row -> tallies.put(row.guildId, row));
                    return tallies;
                });
    }

    @Override
    public Uni<Void> save(Mutiny.Session session, Map<Long, Tally> tallies) {
        return session.flush();
    }
}
