package dev.mitchbot.economy.store;

import dev.mitchbot.economy.settings.StoredSettings;
import dev.mitchbot.messaging.Sql;
import dev.mitchbot.messaging.rest.Cursor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** What people in charge may read of a guild's books; one short walk along an index for each page, however far down. */
@Singleton
public final class Reports {
    private static final String WALLETS = """
            select account_id, balance from accounts
            where guild_id = :guild and account_id > greatest(cast(:after as bigint), 4)
              and (cast(:member as bigint) is null or account_id = :member)
            order by account_id limit :most""";
    private static final String STANDINGS = """
            select account_id, balance from accounts
            where guild_id = :guild and account_id > 4 and balance > 0
              and (balance, account_id) < (cast(:balance as bigint), cast(:id as bigint))
            order by balance desc, account_id desc limit :most""";
    private static final String LINES = """
            select entry_number, transaction_number, account_id, amount, balance_after, reason, counterparty, actor_id,
                   note, message_id, at
            from entries where guild_id = :guild and entry_number < :before""";

    private final Mutiny.SessionFactory sessions;

    Reports(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** A member's wallet. */
    public record Wallet(long userId, long balance) {}

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
            Optional<Long> member, Optional<String> reason, Optional<Instant> from, Optional<Instant> to) {}

    public Uni<StoredSettings> settings(long guildId) {
        return sessions.withSession(session -> SettingsTable.stored(session, Set.of(guildId))
                .map(found -> found.getOrDefault(guildId, StoredSettings.DEFAULTS)));
    }

    /** Wallets by member's id, at most so many. */
    public Uni<List<Wallet>> wallets(long guildId, Optional<Long> member, Optional<Cursor> after, int most) {
        return sessions.withSession(session -> Sql.of(session, WALLETS)
                .set("guild", guildId)
                .set("after", after.map(cursor -> cursor.key()[0]).orElse(0L))
                .set("member", member.orElse(null))
                .set("most", most)
                .rows()
                .map(Reports::wallets));
    }

    /** Wallets that hold anything, the richest first, at most so many. */
    public Uni<List<Wallet>> standings(long guildId, Optional<Cursor> after, int most) {
        return sessions.withSession(session -> Sql.of(session, STANDINGS)
                .set("guild", guildId)
                .set("balance", after.map(cursor -> cursor.key()[0]).orElse(Long.MAX_VALUE))
                .set("id", after.map(cursor -> cursor.key()[1]).orElse(Long.MAX_VALUE))
                .set("most", most)
                .rows()
                .map(Reports::wallets));
    }

    /** The journal, newest first, at most so many lines. */
    public Uni<List<Line>> lines(long guildId, Filter filter, Optional<Cursor> after, int most) {
        var sql = new StringBuilder(LINES);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("guild", guildId);
        parameters.put("before", after.map(cursor -> cursor.key()[0]).orElse(Long.MAX_VALUE));
        parameters.put("most", most);
        filter.member().ifPresent(member -> narrow(sql, parameters, " and account_id = :member", "member", member));
        filter.reason().ifPresent(reason -> narrow(sql, parameters, " and reason = :reason", "reason", reason));
        filter.from().ifPresent(from -> narrow(sql, parameters, " and at >= :from", "from", utc(from)));
        filter.to().ifPresent(to -> narrow(sql, parameters, " and at < :to", "to", utc(to)));
        sql.append(" order by entry_number desc limit :most");
        return sessions.withSession(session -> {
            var query = Sql.of(session, sql.toString());
            parameters.forEach(query::set);
            return query.rows().map(rows -> rows.stream().map(Reports::line).toList());
        });
    }

    private static void narrow(
            StringBuilder sql, Map<String, Object> parameters, String condition, String name, Object value) {
        sql.append(condition);
        parameters.put(name, value);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static List<Wallet> wallets(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new Wallet((Long) row[0], (Long) row[1]))
                .toList();
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
