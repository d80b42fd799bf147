package dev.mitchbot.games.store;

import dev.mitchbot.games.blackjack.HandDue;
import dev.mitchbot.messaging.DueRows;
import dev.mitchbot.messaging.Message;
import dev.mitchbot.messaging.Sql;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Hands whose time is up. Whoever looks for them signs the attendance book: a gap in it tells who could not play, because
 * nobody was there to take their clicks.
 */
public final class DueHands implements DueRows {
    // Two instances that look at once sign one after the other; the second then sees the first one's signature.
    private static final String SIGN = """
            update attendance set
                gap_from = case when seen_at < now() - interval '10 seconds' then seen_at else gap_from end,
                gap_until = case when seen_at < now() - interval '10 seconds' then now() else gap_until end,
                seen_at = greatest(seen_at, now())""";
    // The guild is what is locked, as everywhere else where games change: two locks in two orders would be a deadlock.
    private static final String CLAIM = """
            select g.guild_id, g.game_id, cast(extract(epoch from g.due_at) * 1000000 as bigint),
                   not (g.due_at between a.gap_from and a.gap_until
                        and a.gap_from < g.due_at - cast(:rest as bigint) * interval '1 millisecond')
            from games g join casinos c on c.guild_id = g.guild_id cross join attendance a
            where g.due_at <= now() order by g.due_at limit :most for update of c skip locked""";
    private static final String POSTPONE = """
            update games set due_at = now() + interval '1 minute'
            where guild_id = :guild and game_id = :game and due_at <= now()""";

    private final Duration rest;

    /** @param rest how much of a hand's time may be left when we go away, and its player has still had no chance */
    public DueHands(Duration rest) {
        this.rest = rest;
    }

    @Override
    public Uni<List<Message>> claim(Mutiny.Session session, int most) {
        return Sql.of(session, SIGN)
                .update()
                .chain(() -> Sql.of(session, CLAIM)
                        .set("rest", rest.toMillis())
                        .set("most", most)
                        .rows())
                .map(rows -> rows.stream()
                        .map(row -> message((Long) row[0], (String) row[1], (Long) row[2], (Boolean) row[3]))
                        .toList());
    }

    @Override
    public Uni<Void> postpone(Mutiny.Session session, Message message) {
        HandDue due = (HandDue) message.body();
        return Sql.of(session, POSTPONE)
                .set("guild", due.guildId())
                .set("game", due.gameId())
                .update()
                .replaceWithVoid();
    }

    private static Message message(long guildId, String gameId, long dueMicros, boolean attended) {
        String id = "hand-due:" + gameId + ":" + dueMicros;
        return Message.local(id, HandDue.TYPE, guildId, new HandDue(guildId, gameId, attended), id);
    }
}
