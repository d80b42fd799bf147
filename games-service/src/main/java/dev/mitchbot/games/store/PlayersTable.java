package dev.mitchbot.games.store;

import dev.mitchbot.games.chance.Player;
import dev.mitchbot.games.chance.ServerSeed;
import dev.mitchbot.games.chance.Ticket;
import dev.mitchbot.games.guild.GuildGames;
import dev.mitchbot.messaging.Columns;
import dev.mitchbot.messaging.Sql;
import dev.mitchbot.messaging.StaleRowsException;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of the members' seeds. */
final class PlayersTable {
    private static final String FIND = """
            select p.guild_id, p.player_id, p.version, p.server_seed, p.seed_number, p.client_seed, p.next_nonce
            from unnest(cast(:guilds as bigint[]), cast(:ids as bigint[])) k (g, id)
            join players p on p.guild_id = k.g and p.player_id = k.id""";
    private static final String SAVE = """
            insert into players as p (guild_id, player_id, seed_number, server_seed, client_seed, next_nonce, version)
            select * from unnest(cast(:guilds as bigint[]), cast(:ids as bigint[]), cast(:numbers as int[]),
                                 cast(:seeds as text[]), cast(:clients as text[]), cast(:nonces as bigint[]),
                                 cast(:versions as int[]))
            on conflict (guild_id, player_id) do update
            set seed_number = excluded.seed_number, server_seed = excluded.server_seed,
                client_seed = excluded.client_seed, next_nonce = excluded.next_nonce, version = excluded.version
            where p.version = excluded.version - 1""";

    private PlayersTable() {}

    /** Every player asked for, those who never played too, by guild and id. */
    static Uni<Map<Long, Map<Long, Player>>> find(Mutiny.Session session, Columns<Long> wanted) {
        Map<Long, Map<Long, Player>> players = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            long id = wanted.rows().get(i);
            players.computeIfAbsent(wanted.guilds().get(i), guild -> new HashMap<>())
                    .put(id, Player.unknown(id));
        }
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(players);
        }
        return Sql.of(session, FIND)
                .set("guilds", wanted.guildIds())
                .set("ids", wanted.longs(Long::longValue))
                .rows()
                .map(rows -> {
                    rows.forEach(row -> players.get((Long) row[0]).put((Long) row[1], player(row)));
                    return players;
                });
    }

    static Uni<Void> save(Mutiny.Session session, Collection<GuildGames> guilds) {
        Columns<Player> changed = Columns.of(
                guilds,
                GuildGames::guildId,
                guild -> guild.players().values().stream()
                        .filter(Player::isChanged)
                        .toList());
        return changed.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.of(session, SAVE)
                        .set("guilds", changed.guildIds())
                        .set("ids", changed.longs(Player::id))
                        .set("numbers", changed.longs(Player::seedNumber))
                        .set("seeds", changed.texts(player -> player.seed().hex()))
                        .set("clients", changed.texts(Player::clientSeed))
                        .set("nonces", changed.longs(Player::nextNonce))
                        .set("versions", changed.longs(player -> player.version() + 1L))
                        .update()
                        .invoke(saved -> requireAll(changed.size(), saved))
                        .replaceWithVoid();
    }

    private static Player player(Object[] row) {
        return Player.stored(
                (Long) row[1],
                (Integer) row[2],
                new ServerSeed((String) row[3]),
                new Ticket((Integer) row[4], (String) row[5], (Long) row[6]));
    }

    private static void requireAll(int expected, int saved) {
        if (saved != expected) {
            throw new StaleRowsException("players", expected, saved);
        }
    }
}
