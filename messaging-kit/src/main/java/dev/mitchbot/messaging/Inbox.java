package dev.mitchbot.messaging;

import dev.mitchbot.messaging.Message.MessageId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** The table of messages that were handled, each with what it caused. */
final class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    // A row comes back even when nothing was handled yet: it brings the database's time.
    private static final String FIND = """
            select now(), i.guild_id, i.message_id, i.payload_hash, cast(i.caused as text), cast(i.response as text)
            from (select 1) one left join (
                select h.* from unnest(cast(:guilds as bigint[]), cast(:ids as text[])) wanted (guild_id, message_id)
                join inbox h using (guild_id, message_id)) i on true""";
    private static final String ADD = """
            insert into inbox (guild_id, message_id, payload_hash, caused, response, published)
            select g, m, h, cast(c as json), cast(r as json), :published or c = '[]'
            from unnest(cast(:guilds as bigint[]), cast(:ids as text[]), cast(:hashes as bigint[]),
                        cast(:caused as text[]), cast(:responses as text[])) v (g, m, h, c, r)""";
    private static final String MARK_PUBLISHED = """
            update inbox set published = true
            from unnest(cast(:guilds as bigint[]), cast(:ids as text[])) v (g, m)
            where guild_id = v.g and message_id = v.m""";
    private static final String UNPUBLISHED = """
            select guild_id, message_id, cast(caused as text) from inbox
            where not published and handled_at < now() - interval '5 seconds'
            order by handled_at limit :most for update skip locked""";
    private static final String FORGET = """
            delete from inbox where ctid = any(array(
                select ctid from inbox
                where handled_at < now() - cast(:age as bigint) * interval '1 second' and published
                order by handled_at limit :most))""";

    private Inbox() {}

    /** What is known of a batch: the database's time, and those of its messages that were handled before. */
    record Known(Instant now, Map<MessageId, Handled> handled) {}

    /** A message that was handled before. */
    record Handled(long payloadHash, List<Outgoing> caused, Optional<byte[]> response) {}

    static Uni<Known> find(Mutiny.Session session, List<Message> messages) {
        return Sql.of(session, FIND)
                .set("guilds", guilds(messages))
                .set("ids", ids(messages))
                .rows()
                .map(Inbox::known);
    }

    static Uni<Void> add(Mutiny.Session session, List<Decided> decided, boolean published) {
        List<Message> messages = decided.stream().map(Decided::message).toList();
        return Sql.of(session, ADD)
                .set("guilds", guilds(messages))
                .set("ids", ids(messages))
                .set("hashes", messages.stream().map(Message::payloadHash).toArray(Long[]::new))
                .set("caused", decided.stream().map(Decided::causedJson).toArray(String[]::new))
                .set("responses", decided.stream().map(Decided::responseJson).toArray(String[]::new))
                .set("published", published)
                .update()
                .replaceWithVoid();
    }

    static Uni<Void> markPublished(Mutiny.Session session, List<MessageId> ids) {
        return Sql.of(session, MARK_PUBLISHED)
                .set("guilds", ids.stream().map(MessageId::guildId).toArray(Long[]::new))
                .set("ids", ids.stream().map(MessageId::id).toArray(String[]::new))
                .update()
                .replaceWithVoid();
    }

    /**
     * Messages whose effects were committed by an instance that went away before it had published them. What this version
     * cannot read stays there, perhaps for a newer one, and does not hold up the others.
     */
    static Uni<Map<MessageId, List<Outgoing>>> unpublished(Mutiny.Session session, int most) {
        return Sql.of(session, UNPUBLISHED).set("most", most).rows().map(rows -> {
            Map<MessageId, List<Outgoing>> found = new HashMap<>();
            for (Object[] row : rows) {
                var id = new MessageId((Long) row[0], (String) row[1]);
                try {
                    found.put(id, Caused.read((String) row[2]));
                } catch (RuntimeException e) {
                    LOG.errorf(e, "What %s caused is not published: it cannot be read", id);
                }
            }
            return found;
        });
    }

    /** Deletes the oldest, at most so many, and says how many there were. */
    static Uni<Integer> forget(Mutiny.Session session, Duration olderThan, int most) {
        return Sql.of(session, FORGET)
                .set("age", olderThan.toSeconds())
                .set("most", most)
                .update();
    }

    private static Known known(List<Object[]> rows) {
        Map<MessageId, Handled> handled = new HashMap<>();
        for (Object[] row : rows) {
            if (row[1] != null) {
                handled.put(
                        new MessageId((Long) row[1], (String) row[2]),
                        new Handled(
                                (Long) row[3],
                                Caused.read((String) row[4]),
                                Optional.ofNullable((String) row[5]).map(Caused::bytes)));
            }
        }
        return new Known(instant(rows.getFirst()[0]), handled);
    }

    private static Instant instant(Object now) {
        return now instanceof OffsetDateTime time ? time.toInstant() : (Instant) now;
    }

    private static Long[] guilds(List<Message> messages) {
        return messages.stream().map(Message::guildId).toArray(Long[]::new);
    }

    private static String[] ids(List<Message> messages) {
        return messages.stream().map(message -> message.event().id()).toArray(String[]::new);
    }
}
