package dev.mitchbot.moderation.store;

import dev.mitchbot.messaging.Columns;
import dev.mitchbot.messaging.Instants;
import dev.mitchbot.messaging.Sql;
import dev.mitchbot.moderation.cases.Lift;
import dev.mitchbot.moderation.guild.GuildModeration;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of bans that end. */
final class LiftsTable {
    private static final String FIND = """
            select l.guild_id, l.case_number, l.user_id, l.bot_id,
                   cast(extract(epoch from l.due_at) * 1000000 as bigint), l.held_by, l.attempts, l.lift_case
            from unnest(cast(:guilds as bigint[]), cast(:users as bigint[])) k (g, u)
            join lifts l on l.guild_id = k.g and l.user_id = k.u""";
    private static final String SAVE = """
            insert into lifts (guild_id, case_number, user_id, bot_id, due_at, held_by, attempts, lift_case)
            select g, n, u, b, timestamptz 'epoch' + due * interval '1 microsecond', h, a, c
            from unnest(cast(:guilds as bigint[]), cast(:numbers as bigint[]), cast(:users as bigint[]),
                        cast(:bots as bigint[]), cast(:due as bigint[]), cast(:holders as bigint[]),
                        cast(:attempts as int[]), cast(:cases as bigint[])) v (g, n, u, b, due, h, a, c)
            on conflict (guild_id, case_number) do update set due_at = excluded.due_at, held_by = excluded.held_by,
                attempts = excluded.attempts, lift_case = excluded.lift_case""";
    private static final String REMOVE = """
            delete from lifts l using unnest(cast(:guilds as bigint[]), cast(:numbers as bigint[])) v (g, n)
            where l.guild_id = v.g and l.case_number = v.n""";

    private LiftsTable() {}

    static Uni<Columns<Lift>> find(Mutiny.Session session, Columns<Long> users) {
        Columns<Lift> lifts = Columns.empty();
        if (users.isEmpty()) {
            return Uni.createFrom().item(lifts);
        }
        return Sql.of(session, FIND)
                .set("guilds", users.guildIds())
                .set("users", users.longs(Long::longValue))
                .rows()
                .map(rows -> {
                    rows.forEach(row -> lifts.add((Long) row[0], lift(row)));
                    return lifts;
                });
    }

    static Uni<Void> save(Mutiny.Session session, Collection<GuildModeration> guilds) {
        return Sql.pipelined(
                remove(
                        session,
                        Columns.of(
                                guilds,
                                GuildModeration::guildId,
                                guild -> guild.lifts().removed())),
                save(
                        session,
                        Columns.of(
                                guilds,
                                GuildModeration::guildId,
                                guild -> guild.lifts().changed())));
    }

    private static Uni<Void> remove(Mutiny.Session session, Columns<Long> numbers) {
        return numbers.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.of(session, REMOVE)
                        .set("guilds", numbers.guildIds())
                        .set("numbers", numbers.longs(Long::longValue))
                        .update()
                        .replaceWithVoid();
    }

    private static Uni<Void> save(Mutiny.Session session, Columns<Lift> lifts) {
        return lifts.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.of(session, SAVE)
                        .set("guilds", lifts.guildIds())
                        .set("numbers", lifts.longs(Lift::caseNumber))
                        .set("users", lifts.longs(Lift::userId))
                        .set("bots", lifts.longs(Lift::botId))
                        .set("due", lifts.longs(lift -> Instants.micros(lift.dueAt())))
                        .set(
                                "holders",
                                lifts.optionalLongs(lift -> lift.heldBy().orElse(null)))
                        .set(
                                "attempts",
                                lifts.rows().stream().map(Lift::attempts).toArray(Integer[]::new))
                        .set(
                                "cases",
                                lifts.optionalLongs(lift -> lift.liftCase().orElse(null)))
                        .update()
                        .replaceWithVoid();
    }

    private static Lift lift(Object[] row) {
        return new Lift(
                (Long) row[1],
                (Long) row[2],
                (Long) row[3],
                Instants.ofMicros(row[4]),
                Optional.ofNullable((Long) row[5]),
                (Integer) row[6],
                Optional.ofNullable((Long) row[7]));
    }
}
