package dev.mitchbot.moderation.store;

import dev.mitchbot.messaging.DueRows;
import dev.mitchbot.messaging.Message;
import dev.mitchbot.messaging.Sql;
import dev.mitchbot.moderation.outcome.NoticeDue;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Cases that Discord has not answered for so long that their moderators should know. */
public final class DueNotices implements DueRows {
    private static final String CLAIM = """
            select c.guild_id, c.case_number from cases c join registers r on r.guild_id = c.guild_id
            where c.notice_at <= now() order by c.notice_at limit :most for update of r skip locked""";
    private static final String POSTPONE = """
            update cases set notice_at = now() + interval '1 minute'
            where guild_id = :guild and case_number = :number and notice_at <= now()""";

    @Override
    public Uni<List<Message>> claim(Mutiny.Session session, int most) {
        return Sql.of(session, CLAIM)
                .set("most", most)
                .rows()
                .map(rows -> rows.stream().map(DueNotices::message).toList());
    }

    @Override
    public Uni<Void> postpone(Mutiny.Session session, Message message) {
        NoticeDue due = (NoticeDue) message.body();
        return Sql.of(session, POSTPONE)
                .set("guild", due.guildId())
                .set("number", due.caseNumber())
                .update()
                .replaceWithVoid();
    }

    private static Message message(Object[] row) {
        NoticeDue due = new NoticeDue((Long) row[0], (Long) row[1]);
        String id = "notice:" + due.guildId() + ":" + due.caseNumber();
        return Message.local(id, NoticeDue.TYPE, due.guildId(), due, id);
    }
}
