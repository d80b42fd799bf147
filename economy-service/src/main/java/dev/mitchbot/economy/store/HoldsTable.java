package dev.mitchbot.economy.store;

import dev.mitchbot.economy.escrow.Hold;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.messaging.Columns;
import dev.mitchbot.messaging.Instants;
import dev.mitchbot.messaging.Sql;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of stakes in escrow. */
final class HoldsTable {
    private static final String FIND = """
            select h.guild_id, h.game_id, h.player_id, h.game, h.amount, h.entry_number,
                   cast(extract(epoch from h.due_at) * 1000000 as bigint)
            from unnest(cast(:guilds as bigint[]), cast(:games as text[])) k (g, id)
            join holds h on h.guild_id = k.g and h.game_id = k.id""";
    private static final String REMOVE = """
            delete from holds h
            using unnest(cast(:guilds as bigint[]), cast(:games as text[]), cast(:players as bigint[])) v (g, id, p)
            where h.guild_id = v.g and h.game_id = v.id and h.player_id = v.p""";
    private static final String ADD = """
            insert into holds (guild_id, game_id, player_id, game, amount, entry_number, due_at)
            select g, id, p, game, a, e, timestamptz 'epoch' + due * interval '1 microsecond'
            from unnest(cast(:guilds as bigint[]), cast(:ids as text[]), cast(:players as bigint[]),
                        cast(:games as text[]), cast(:amounts as bigint[]), cast(:entries as bigint[]),
                        cast(:due as bigint[])) v (g, id, p, game, a, e, due)""";

    private HoldsTable() {}

    static Uni<Columns<Hold>> find(Mutiny.Session session, Columns<String> games) {
        Columns<Hold> holds = Columns.empty();
        if (games.isEmpty()) {
            return Uni.createFrom().item(holds);
        }
        return Sql.of(session, FIND)
                .set("guilds", games.guildIds())
                .set("games", games.texts(game -> game))
                .rows()
                .map(rows -> {
                    rows.forEach(row -> holds.add((Long) row[0], hold(row)));
                    return holds;
                });
    }

    static Uni<Void> save(Mutiny.Session session, Collection<GuildEconomy> guilds) {
        return Sql.pipelined(
                remove(
                        session,
                        Columns.of(
                                guilds,
                                GuildEconomy::guildId,
                                guild -> guild.holds().removed())),
                add(
                        session,
                        Columns.of(
                                guilds,
                                GuildEconomy::guildId,
                                guild -> guild.holds().added())));
    }

    private static Uni<Void> remove(Mutiny.Session session, Columns<Hold> holds) {
        return holds.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.of(session, REMOVE)
                        .set("guilds", holds.guildIds())
                        .set("games", holds.texts(Hold::gameId))
                        .set("players", holds.longs(Hold::playerId))
                        .update()
                        .replaceWithVoid();
    }

    private static Uni<Void> add(Mutiny.Session session, Columns<Hold> holds) {
        return holds.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.of(session, ADD)
                        .set("guilds", holds.guildIds())
                        .set("ids", holds.texts(Hold::gameId))
                        .set("players", holds.longs(Hold::playerId))
                        .set("games", holds.texts(Hold::game))
                        .set("amounts", holds.longs(Hold::amount))
                        .set("entries", holds.longs(Hold::entry))
                        .set("due", holds.longs(hold -> Instants.micros(hold.expiresAt())))
                        .update()
                        .replaceWithVoid();
    }

    private static Hold hold(Object[] row) {
        return new Hold(
                (String) row[1],
                (Long) row[2],
                (String) row[3],
                (Long) row[4],
                (Long) row[5],
                Instants.ofMicros(row[6]));
    }
}
