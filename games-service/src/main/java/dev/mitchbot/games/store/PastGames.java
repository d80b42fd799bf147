package dev.mitchbot.games.store;

import dev.mitchbot.games.chance.ServerSeed;
import dev.mitchbot.games.session.Session;
import dev.mitchbot.messaging.Instants;
import dev.mitchbot.messaging.Sql;
import dev.mitchbot.messaging.rest.BoundedReads;
import dev.mitchbot.messaging.rest.Cursor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A player's games as people in charge read them; one short walk along an index for each page, however far down. */
@Singleton
public final class PastGames {
    private static final String FIND = """
            select g.guild_id, %s, cast(extract(epoch from g.ended_at) * 1000000 as bigint),
                   r.server_seed as revealed_seed, p.server_seed as secret_seed
            from games g
            left join revealed_seeds r on r.guild_id = g.guild_id and r.player_id = g.player_id
                                      and r.seed_number = g.seed_number
            left join players p on p.guild_id = g.guild_id and p.player_id = g.player_id
                               and p.seed_number = g.seed_number
            where g.guild_id = :guild and g.player_id = :player
              and (g.seed_number, g.nonce) < (cast(:seed as bigint), cast(:nonce as bigint))
            order by g.seed_number desc, g.nonce desc limit :most""".formatted(SessionRows.COLUMNS);

    private final BoundedReads reads;

    PastGames(BoundedReads reads) {
        this.reads = reads;
    }

    /**
     * A game and what it is drawn from.
     *
     * @param commitment the server seed's SHA-256
     * @param revealed the server seed, once it is no secret any more
     */
    public record PastGame(
            Session session, Optional<Instant> endedAt, Optional<String> commitment, Optional<ServerSeed> revealed) {
        /** Where it stands among the player's games: the seeds are used one after the other, each with rising nonces. */
        public Cursor place() {
            return new Cursor(
                    session.opening().ticket().seedNumber(),
                    session.opening().ticket().nonce());
        }
    }

    /** Newest first, at most so many. */
    public Uni<List<PastGame>> of(long guildId, long playerId, Optional<Cursor> after, int most) {
        return reads.run(session -> Sql.of(session, FIND)
                .set("guild", guildId)
                .set("player", playerId)
                .set("seed", after.map(cursor -> cursor.key()[0]).orElse(Long.MAX_VALUE))
                .set("nonce", after.map(cursor -> cursor.key()[1]).orElse(Long.MAX_VALUE))
                .set("most", most)
                .rows()
                .map(rows -> rows.stream().map(PastGames::game).toList()));
    }

    private static PastGame game(Object[] row) {
        Optional<ServerSeed> revealed = seed(row[19]);
        return new PastGame(
                SessionRows.session(row),
                Optional.ofNullable(row[18]).map(Instants::ofMicros),
                revealed.or(() -> seed(row[20])).map(ServerSeed::commitment),
                revealed);
    }

    private static Optional<ServerSeed> seed(Object hex) {
        return Optional.ofNullable((String) hex).map(ServerSeed::new);
    }
}
