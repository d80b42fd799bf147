package dev.mitchbot.games.store;

import dev.mitchbot.games.chance.Player;
import dev.mitchbot.games.chance.RevealedSeed;
import dev.mitchbot.games.chance.ServerSeed;
import dev.mitchbot.games.guild.GuildGames;
import dev.mitchbot.messaging.Columns;
import dev.mitchbot.messaging.Sql;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of seeds that are no secret any more. */
final class SeedsTable {
    private static final String FIND = """
            select g.guild_id, g.game_id, s.server_seed
            from unnest(cast(:guilds as bigint[]), cast(:games as text[])) k (g, id)
            join games g on g.guild_id = k.g and g.game_id = k.id
            join revealed_seeds s on s.guild_id = g.guild_id and s.player_id = g.player_id
                                 and s.seed_number = g.seed_number""";
    private static final String ADD = """
            insert into revealed_seeds (guild_id, player_id, seed_number, server_seed)
            select * from unnest(cast(:guilds as bigint[]), cast(:players as bigint[]), cast(:numbers as int[]),
                                 cast(:seeds as text[]))""";

    private SeedsTable() {}

    /** The seeds of games, by guild and game. */
    static Uni<Map<Long, Map<String, ServerSeed>>> find(Mutiny.Session session, Columns<String> games) {
        Map<Long, Map<String, ServerSeed>> seeds = new HashMap<>();
        if (games.isEmpty()) {
            return Uni.createFrom().item(seeds);
        }
        return Sql.of(session, FIND)
                .set("guilds", games.guildIds())
                .set("games", games.texts(game -> game))
                .rows()
                .map(rows -> {
                    rows.forEach(row -> seeds.computeIfAbsent((Long) row[0], guild -> new HashMap<>())
                            .put((String) row[1], new ServerSeed((String) row[2])));
                    return seeds;
                });
    }

    static Uni<Void> save(Mutiny.Session session, Collection<GuildGames> guilds) {
        Columns<RevealedSeed> revealed = Columns.of(
                guilds,
                GuildGames::guildId,
                guild -> guild.players().values().stream()
                        .map(Player::revealed)
                        .flatMap(Collection::stream)
                        .toList());
        return revealed.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.of(session, ADD)
                        .set("guilds", revealed.guildIds())
                        .set("players", revealed.longs(RevealedSeed::playerId))
                        .set("numbers", revealed.longs(RevealedSeed::number))
                        .set("seeds", revealed.texts(seed -> seed.seed().hex()))
                        .update()
                        .replaceWithVoid();
    }
}
