package dev.mitchbot.economy.store;

import dev.mitchbot.economy.ledger.Reason;
import dev.mitchbot.messaging.Sql;
import dev.mitchbot.messaging.rest.BoundedReads;
import dev.mitchbot.messaging.rest.Cursor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** A guild's journal as people in charge read it: a walk along an index for each page, however far down. */
@Singleton
public final class Journal {
    static final String BOUNDS = """
            select case when cast(:from as timestamptz) is null then 1
                   else first_entry_since(guild_id, cast(:from as timestamptz) - interval '1 minute') end,
                   case when cast(:to as timestamptz) is null then last_entry + 1
                   else first_entry_since(guild_id, cast(:to as timestamptz) + interval '1 minute') end
            from books where guild_id = :guild""";

    private final BoundedReads reads;

    Journal(BoundedReads reads) {
        this.reads = reads;
    }

    /** A line of the journal. */
    public record Line(
            long number,
            long transaction,
            long accountId,
            long amount,
            long balanceAfter,
            String reason,
            Optional<Long> counterparty,
            Optional<Long> actorId,
            Optional<String> note,
            String messageId,
            Instant at) {}

    /** Which lines are wanted. */
    public record Filter(
            Optional<Long> member, Optional<Reason> reason, Optional<Instant> from, Optional<Instant> to) {}

    /**
     * Lines that were found.
     *
     * @param stopped where looking has stopped for this time, if there is more to look at below
     */
    public record Found(List<Line> lines, Optional<Cursor> stopped) {}

    /** The numbers among which the wanted lines are. Nothing below a guild's last number is added or changed any more. */
    private record Bounds(long first, long before) {}

    /** Newest first, at most so many lines. */
    public Uni<Found> find(long guildId, Filter filter, Optional<Cursor> after, int most) {
        return reads.run(session -> bounds(session, guildId, filter)
                .flatMap(bounds -> bounds.isEmpty()
                        ? Uni.createFrom().item(new Found(List.of(), Optional.empty()))
                        : find(session, guildId, filter, bounds(bounds.get(), after), most)));
    }

    private static Bounds bounds(Bounds found, Optional<Cursor> after) {
        return new Bounds(
                found.first(),
                after.map(cursor -> Math.min(cursor.key()[0], found.before())).orElse(found.before()));
    }

    private static Uni<Optional<Bounds>> bounds(Mutiny.Session session, long guildId, Filter filter) {
        return Sql.of(session, BOUNDS)
                .set("guild", guildId)
                .set("from", filter.from().map(Journal::utc).orElse(null))
                .set("to", filter.to().map(Journal::utc).orElse(null))
                .rows()
                .map(rows -> rows.stream()
                        .map(row -> new Bounds((Long) row[0], (Long) row[1]))
                        .findFirst());
    }

    private static Uni<Found> find(Mutiny.Session session, long guildId, Filter filter, Bounds bounds, int most) {
        var walk = LineWalk.of(filter);
        Function<String, Sql> query = text -> Sql.of(session, text)
                .set("guild", guildId)
                .set("first", bounds.first())
                .set("before", bounds.before())
                .set("member", filter.member().orElse(null))
                .set("reason", filter.reason().map(Reason::name).orElse(null))
                .set("from", filter.from().map(Journal::utc).orElse(null))
                .set("to", filter.to().map(Journal::utc).orElse(null))
                .set("most", most);
        return query.apply(walk.lines())
                .rows()
                .map(rows -> rows.stream().map(Journal::line).toList())
                .flatMap(lines -> lines.size() == most || walk.findsAllItLooksAt()
                        ? Uni.createFrom().item(new Found(lines, Optional.empty()))
                        : query.apply(walk.stop()).rows().map(rows -> new Found(lines, stop(rows))));
    }

    private static Optional<Cursor> stop(List<Object[]> rows) {
        return rows.stream().map(row -> new Cursor((Long) row[0])).findFirst();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Line line(Object[] row) {
        return new Line(
                (Long) row[0],
                (Long) row[1],
                (Long) row[2],
                (Long) row[3],
                (Long) row[4],
                (String) row[5],
                Optional.ofNullable((Long) row[6]),
                Optional.ofNullable((Long) row[7]),
                Optional.ofNullable((String) row[8]),
                (String) row[9],
                row[10] instanceof OffsetDateTime time ? time.toInstant() : (Instant) row[10]);
    }
}
