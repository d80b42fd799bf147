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
 * Hands whose time is up. Whoever looks for them signs the attendance book: the absences that it shows tell who could not
 * play, because nobody was there to take their clicks.
 */
public final class DueHands implements DueRows {
    // Two instances that look at once do it one after the other; the second then sees the first one's signature.
    // What was a day ago was in the time of no hand whose stake the ledger still holds.
    private static final String NOTE_ABSENCE = """
            with gone as (select seen_at from attendance where seen_at < now() - interval '10 seconds' for update),
                 forgotten as (delete from absences
                               where back_at < now() - interval '1 day' and exists (select from gone))
            insert into absences (gone_at, back_at) select seen_at, now() from gone""";
    private static final String SIGN = "update attendance set seen_at = greatest(seen_at, now())";
    // The guild is what is locked, as everywhere else where games change: two locks in two orders would be a deadlock.
    private static final String CLAIM = """
            select g.guild_id, g.game_id, cast(extract(epoch from g.due_at) * 1000000 as bigint),
                   (select t.hand - coalesce(sum(least(a.back_at, g.due_at) - greatest(a.gone_at, g.due_at - t.hand)), '0')
                    from absences a where a.gone_at < g.due_at and a.back_at > g.due_at - t.hand) >= t.chance
            from games g join casinos c on c.guild_id = g.guild_id
            cross join (select cast(:hand as bigint) * interval '1 millisecond' as hand,
                               cast(:chance as bigint) * interval '1 millisecond' as chance) t
            where g.due_at <= now() order by g.due_at limit :most for update of c skip locked""";
    private static final String POSTPONE = """
            update games set due_at = now() + interval '1 minute'
            where guild_id = :guild and game_id = :game and due_at <= now()""";

    private final Duration hand;
    private final Duration chance;

    /**
     * @param hand how long a player has for a hand
     * @param chance how much of that somebody must have been there, or its player has had no chance
     */
    public DueHands(Duration hand, Duration chance) {
        this.hand = hand;
        this.chance = chance;
    }

    @Override
    public Uni<List<Message>> claim(Mutiny.Session session, int most) {
        return Sql.pipelined(
                        Sql.of(session, NOTE_ABSENCE).update(),
                        Sql.of(session, SIGN).update())
                .chain(() -> Sql.of(session, CLAIM)
                        .set("hand", hand.toMillis())
                        .set("chance", chance.toMillis())
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
