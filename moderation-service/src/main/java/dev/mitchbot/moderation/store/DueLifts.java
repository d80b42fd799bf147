package dev.mitchbot.moderation.store;

import dev.mitchbot.messaging.DueRows;
import dev.mitchbot.messaging.Message;
import dev.mitchbot.messaging.Sql;
import dev.mitchbot.moderation.bans.LiftDue;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Bans whose time is up. */
public final class DueLifts implements DueRows {
    // The register is locked first, as everywhere else where cases are written: two locks in two orders would be a
    // deadlock. The lift is locked too, so that it is claimed as the last writer has left it, not as it was before.
    private static final String CLAIM = """
            select l.guild_id, l.user_id, l.case_number, l.attempts
            from lifts l join registers r on r.guild_id = l.guild_id
            where l.due_at <= now() and l.held_by is null
            order by l.due_at limit :most for update of r, l skip locked""";
    private static final String POSTPONE = """
            update lifts set due_at = now() + interval '1 minute'
            where guild_id = :guild and case_number = :number and due_at <= now()""";

    @Override
    public Uni<List<Message>> claim(Mutiny.Session session, int most) {
        return Sql.of(session, CLAIM)
                .set("most", most)
                .rows()
                .map(rows -> rows.stream().map(DueLifts::message).toList());
    }

    @Override
    public Uni<Void> postpone(Mutiny.Session session, Message message) {
        LiftDue due = (LiftDue) message.body();
        return Sql.of(session, POSTPONE)
                .set("guild", due.guildId())
                .set("number", due.caseNumber())
                .update()
                .replaceWithVoid();
    }

    private static Message message(Object[] row) {
        LiftDue due = new LiftDue((Long) row[0], (Long) row[1], (Long) row[2], (Integer) row[3]);
        // The gateway knows actions by their ids alone, whatever their guild.
        String id = "lift:" + due.guildId() + ":" + due.caseNumber() + ":" + due.attempt();
        return Message.local(id, LiftDue.TYPE, due.guildId(), due, id);
    }
}
