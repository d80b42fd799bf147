package dev.mitchbot.economy.store;

import dev.mitchbot.economy.stakes.HoldExpiry;
import dev.mitchbot.messaging.DueRows;
import dev.mitchbot.messaging.Message;
import dev.mitchbot.messaging.Sql;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Stakes whose time is up. */
public final class DueHolds implements DueRows {
    // The books are what is locked, as everywhere else where money moves: two locks in two orders would be a deadlock.
    private static final String CLAIM = """
            select h.guild_id, h.game_id, h.entry_number from holds h join books b on b.guild_id = h.guild_id
            where h.due_at <= now() order by h.due_at limit :most for update of b skip locked""";
    private static final String POSTPONE = """
            update holds set due_at = now() + interval '1 minute'
            where guild_id = :guild and game_id = :game and due_at <= now()""";

    @Override
    public Uni<List<Message>> claim(Mutiny.Session session, int most) {
        return Sql.of(session, CLAIM)
                .set("most", most)
                .rows()
                .map(rows -> rows.stream()
                        .map(row -> message((Long) row[0], (String) row[1], (Long) row[2]))
                        .toList());
    }

    @Override
    public Uni<Void> postpone(Mutiny.Session session, Message message) {
        HoldExpiry expiry = (HoldExpiry) message.body();
        return Sql.of(session, POSTPONE)
                .set("guild", expiry.guildId())
                .set("game", expiry.gameId())
                .update()
                .replaceWithVoid();
    }

    private static Message message(long guildId, String gameId, long entry) {
        String id = "hold-expiry:" + gameId + ":" + entry;
        return Message.local(id, HoldExpiry.TYPE, guildId, new HoldExpiry(guildId, gameId), id);
    }
}
