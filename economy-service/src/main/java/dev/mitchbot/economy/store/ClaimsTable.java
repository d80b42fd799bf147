package dev.mitchbot.economy.store;

import dev.mitchbot.economy.claims.Claim;
import dev.mitchbot.economy.claims.Claims;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.messaging.Columns;
import dev.mitchbot.messaging.Instants;
import dev.mitchbot.messaging.Sql;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of who claimed what, and when last. */
final class ClaimsTable {
    private static final String FIND = """
            select c.guild_id, c.user_id, c.claim, cast(extract(epoch from c.claimed_at) * 1000000 as bigint)
            from unnest(cast(:guilds as bigint[]), cast(:users as bigint[]), cast(:claims as text[])) k (g, u, c)
            join claims c on c.guild_id = k.g and c.user_id = k.u and c.claim = k.c""";
    // now() is the transaction's start, the same moment at which the rules made their decisions
    private static final String STAMP = """
            insert into claims (guild_id, user_id, claim, claimed_at)
            select g, u, c, now()
            from unnest(cast(:guilds as bigint[]), cast(:users as bigint[]), cast(:claims as text[])) v (g, u, c)
            on conflict (guild_id, user_id, claim)
            do update set claimed_at = excluded.claimed_at, times = claims.times + 1""";

    private ClaimsTable() {}

    static Uni<Map<Long, Map<Claims.Key, Instant>>> find(Mutiny.Session session, Columns<Claims.Key> wanted) {
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sql.of(session, FIND)
                .set("guilds", wanted.guildIds())
                .set("users", wanted.longs(Claims.Key::userId))
                .set("claims", wanted.texts(key -> key.claim().name()))
                .rows()
                .map(rows -> {
                    Map<Long, Map<Claims.Key, Instant>> claims = new HashMap<>();
                    rows.forEach(row -> claims.computeIfAbsent((Long) row[0], guild -> new HashMap<>())
                            .put(
                                    new Claims.Key((Long) row[1], Claim.valueOf((String) row[2])),
                                    Instants.ofMicros(row[3])));
                    return claims;
                });
    }

    static Uni<Void> save(Mutiny.Session session, Collection<GuildEconomy> guilds) {
        Columns<Claims.Key> stamped = Columns.of(
                guilds, GuildEconomy::guildId, guild -> guild.claims().stamped());
        return stamped.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.of(session, STAMP)
                        .set("guilds", stamped.guildIds())
                        .set("users", stamped.longs(Claims.Key::userId))
                        .set("claims", stamped.texts(key -> key.claim().name()))
                        .update()
                        .replaceWithVoid();
    }
}
