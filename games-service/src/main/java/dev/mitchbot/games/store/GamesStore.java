package dev.mitchbot.games.store;

import dev.mitchbot.games.chance.Player;
import dev.mitchbot.games.chance.ServerSeed;
import dev.mitchbot.games.guild.Games;
import dev.mitchbot.games.guild.GamesKeys;
import dev.mitchbot.games.guild.GamesKeys.GuildKeys;
import dev.mitchbot.games.guild.GuildGames;
import dev.mitchbot.games.session.Odds;
import dev.mitchbot.games.session.Session;
import dev.mitchbot.games.session.Sessions;
import dev.mitchbot.messaging.Columns;
import dev.mitchbot.messaging.Sql;
import dev.mitchbot.messaging.Store;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Brings a batch's rows into memory and back: one query for each table that somebody needs, whatever the batch's size. */
public final class GamesStore implements Store<GamesKeys, Games> {
    @Override
    public GamesKeys keys() {
        return new GamesKeys();
    }

    /**
     * Locks first and looks then: what is read after the lock is what the last writer of the guild has left. What needs
     * nothing from one another is asked for in one go.
     */
    @Override
    public Uni<Games> load(Mutiny.Session session, GamesKeys keys) {
        Loaded loaded = new Loaded();
        return CasinosTable.lock(session, keys.guilds().keySet())
                .chain(() -> Sql.pipelined(
                        SettingsTable.find(session, keys.guilds().keySet()).invoke(found -> loaded.odds = found),
                        GamesTable.find(
                                        session,
                                        wanted(keys, GuildKeys::games),
                                        wanted(keys, GuildKeys::players),
                                        wanted(keys, GuildKeys::asking))
                                .invoke(found -> loaded.sessions = found),
                        SeedsTable.find(session, wanted(keys, GuildKeys::checked))
                                .invoke(found -> loaded.seeds = found)))
                .chain(() -> PlayersTable.find(session, players(keys, loaded.sessions)))
                .invoke(found -> loaded.players = found)
                .map(last -> loaded.games(keys));
    }

    @Override
    public Uni<Void> save(Mutiny.Session session, Games games) {
        return Sql.pipelined(
                PlayersTable.save(session, games.guilds()),
                SeedsTable.save(session, games.guilds()),
                GamesTable.save(session, games.guilds()));
    }

    private static <T> Columns<T> wanted(GamesKeys keys, Function<GuildKeys, ? extends Iterable<T>> kind) {
        Columns<T> wanted = Columns.empty();
        keys.guilds().forEach((guildId, guild) -> kind.apply(guild).forEach(key -> wanted.add(guildId, key)));
        return wanted;
    }

    /** Those asked for, and those who play the games: only the games tell who they are. */
    private static Columns<Long> players(GamesKeys keys, Columns<Session> sessions) {
        for (int i = 0; i < sessions.size(); i++) {
            keys.guild(sessions.guilds().get(i)).player(sessions.rows().get(i).playerId());
        }
        return wanted(keys, GuildKeys::players);
    }

    /** What has come so far. */
    private static final class Loaded {
        private Map<Long, Odds> odds = Map.of();
        private Columns<Session> sessions = Columns.empty();
        private Map<Long, Map<Long, Player>> players = Map.of();
        private Map<Long, Map<String, ServerSeed>> seeds = Map.of();

        Games games(GamesKeys keys) {
            Map<Long, GuildGames> guilds = new HashMap<>();
            keys.guilds().keySet().forEach(guildId -> guilds.put(guildId, guild(guildId)));
            return new Games(guilds);
        }

        private GuildGames guild(long guildId) {
            return new GuildGames(
                    guildId,
                    odds.getOrDefault(guildId, Odds.CORRECTED),
                    players.getOrDefault(guildId, Map.of()),
                    new Sessions(sessions.of(guildId)),
                    seeds.getOrDefault(guildId, Map.of()));
        }
    }
}
