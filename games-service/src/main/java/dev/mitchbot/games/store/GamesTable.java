package dev.mitchbot.games.store;

import dev.mitchbot.games.guild.GuildGames;
import dev.mitchbot.games.session.Session;
import dev.mitchbot.messaging.Columns;
import dev.mitchbot.messaging.Instants;
import dev.mitchbot.messaging.Sql;
import dev.mitchbot.messaging.StaleRowsException;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of games: those in play and all that ever were. */
final class GamesTable {
    static final String FIND = """
            select g.guild_id, %1$s
            from unnest(cast(:guilds as bigint[]), cast(:ids as text[])) k (g, id)
            join games g on g.guild_id = k.g and g.game_id = k.id
            union all
            select g.guild_id, %1$s
            from unnest(cast(:playerGuilds as bigint[]), cast(:players as bigint[])) k (g, id)
            join games g on g.guild_id = k.g and g.player_id = k.id and g.status in ('HOLDING', 'PLAYING')
            union all
            select g.guild_id, %1$s
            from unnest(cast(:askingGuilds as bigint[]), cast(:asking as bigint[])) k (g, id)
            join games g on g.guild_id = k.g and g.player_id = k.id and g.status = 'ASKING'
            """.formatted(SessionRows.COLUMNS);
    private static final String ADD = """
            insert into games (guild_id, game_id, player_id, game, stake, odds, seed_number, client_seed, nonce,
                               started_at, status, turn, state, payout, currency, interaction, due_at, ended_at, version)
            select g, id, p, game, stake, odds, seed, client, nonce, timestamptz 'epoch' + started * interval '1 microsecond',
                   status, turn, cast(state as json), payout, currency, cast(interaction as json),
                   timestamptz 'epoch' + due * interval '1 microsecond', case when over then now() end, 1
            from unnest(cast(:guilds as bigint[]), cast(:ids as text[]), cast(:players as bigint[]),
                        cast(:games as text[]), cast(:stakes as bigint[]), cast(:odds as text[]), cast(:seeds as int[]),
                        cast(:clients as text[]), cast(:nonces as bigint[]), cast(:started as bigint[]),
                        cast(:statuses as text[]), cast(:turns as int[]), cast(:states as text[]),
                        cast(:payouts as bigint[]), cast(:currencies as text[]), cast(:interactions as text[]),
                        cast(:due as bigint[]), cast(:over as boolean[]))
                 v (g, id, p, game, stake, odds, seed, client, nonce, started, status, turn, state, payout, currency,
                    interaction, due, over)""";
    private static final String CHANGE = """
            update games x set status = v.status, turn = v.turn, state = cast(v.state as json), payout = v.payout,
                   currency = v.currency, interaction = cast(v.interaction as json),
                   due_at = timestamptz 'epoch' + v.due * interval '1 microsecond',
                   ended_at = case when v.over then now() end, version = x.version + 1
            from unnest(cast(:guilds as bigint[]), cast(:ids as text[]), cast(:versions as int[]),
                        cast(:statuses as text[]), cast(:turns as int[]), cast(:states as text[]),
                        cast(:payouts as bigint[]), cast(:currencies as text[]), cast(:interactions as text[]),
                        cast(:due as bigint[]), cast(:over as boolean[]))
                 v (g, id, version, status, turn, state, payout, currency, interaction, due, over)
            where x.guild_id = v.g and x.game_id = v.id and x.version = v.version""";

    private GamesTable() {}

    /**
     * The games with these ids, and those that players have open.
     *
     * @param asking players whose instant games are wanted too that the ledger has not answered
     */
    static Uni<Columns<Session>> find(
            Mutiny.Session session, Columns<String> ids, Columns<Long> players, Columns<Long> asking) {
        Columns<Session> games = Columns.empty();
        return Sql.of(session, FIND)
                .set("guilds", ids.guildIds())
                .set("ids", ids.texts(id -> id))
                .set("playerGuilds", players.guildIds())
                .set("players", players.longs(Long::longValue))
                .set("askingGuilds", asking.guildIds())
                .set("asking", asking.longs(Long::longValue))
                .rows()
                .map(rows -> {
                    rows.forEach(row -> games.add((Long) row[0], SessionRows.session(row)));
                    return games;
                });
    }

    static Uni<Void> save(Mutiny.Session session, Collection<GuildGames> guilds) {
        Columns<Session> added = Columns.empty();
        Columns<Session> changed = Columns.empty();
        for (GuildGames guild : guilds) {
            for (Session game : guild.sessions().changed()) {
                (game.version() == 0 ? added : changed).add(guild.guildId(), game);
            }
        }
        return Sql.pipelined(change(session, changed), add(session, added));
    }

    private static Uni<Void> add(Mutiny.Session session, Columns<Session> added) {
        return added.isEmpty()
                ? Uni.createFrom().voidItem()
                : progress(Sql.of(session, ADD), added)
                        .set("players", added.longs(Session::playerId))
                        .set("games", added.texts(game -> game.opening().game()))
                        .set("stakes", added.longs(Session::stake))
                        .set("odds", added.texts(game -> game.opening().odds().name()))
                        .set(
                                "seeds",
                                added.longs(game -> game.opening().ticket().seedNumber()))
                        .set(
                                "clients",
                                added.texts(game -> game.opening().ticket().clientSeed()))
                        .set(
                                "nonces",
                                added.longs(game -> game.opening().ticket().nonce()))
                        .set(
                                "started",
                                added.longs(
                                        game -> Instants.micros(game.opening().startedAt())))
                        .update()
                        .replaceWithVoid();
    }

    private static Uni<Void> change(Mutiny.Session session, Columns<Session> changed) {
        return changed.isEmpty()
                ? Uni.createFrom().voidItem()
                : progress(Sql.of(session, CHANGE), changed)
                        .set("versions", changed.longs(Session::version))
                        .update()
                        .invoke(updated -> requireAll(changed.size(), updated))
                        .replaceWithVoid();
    }

    private static Sql progress(Sql query, Columns<Session> games) {
        List<Session> rows = games.rows();
        return query.set("guilds", games.guildIds())
                .set("ids", games.texts(Session::id))
                .set("statuses", games.texts(game -> game.status().name()))
                .set("turns", games.longs(game -> game.progress().turn()))
                .set("states", games.texts(SessionRows::state))
                .set("payouts", games.longs(game -> game.progress().payout()))
                .set("currencies", games.texts(game -> game.progress().currency()))
                .set("interactions", games.texts(SessionRows::interaction))
                .set("due", games.optionalLongs(SessionRows::due))
                .set("over", rows.stream().map(game -> game.status().isOver()).toArray(Boolean[]::new));
    }

    private static void requireAll(int expected, int updated) {
        if (updated != expected) {
            throw new StaleRowsException("games", expected, updated);
        }
    }
}
