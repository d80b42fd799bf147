package dev.mitchbot.moderation.store;

import dev.mitchbot.contracts.moderation.ModerationEvent.CaseKind;
import dev.mitchbot.messaging.Sql;
import dev.mitchbot.messaging.rest.Cursor;
import dev.mitchbot.moderation.cases.Case;
import dev.mitchbot.moderation.cases.CaseState;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The case log as people in charge read it. */
@Singleton
public final class CaseFiles {
    private static final String FIND = CasesTable.ROW + "from cases c where c.guild_id = :guild";

    private final Mutiny.SessionFactory sessions;

    CaseFiles(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Which cases are wanted. */
    public record Filter(Optional<Long> user, Optional<CaseKind> kind, Optional<CaseState> state) {}

    public Uni<Optional<Case>> find(long guildId, long number) {
        return select(FIND + " and c.case_number = :number", Map.of("guild", guildId, "number", number))
                .map(found -> found.stream().findFirst());
    }

    /** Newest first, at most so many. */
    public Uni<List<Case>> find(long guildId, Filter filter, Optional<Cursor> after, int most) {
        var sql = new StringBuilder(FIND).append(" and c.case_number < :before");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("guild", guildId);
        parameters.put("before", after.map(cursor -> cursor.key()[0]).orElse(Long.MAX_VALUE));
        parameters.put("most", most);
        filter.user().ifPresent(user -> narrow(sql, parameters, " and c.target_id = :user", "user", user));
        filter.kind().ifPresent(kind -> narrow(sql, parameters, " and c.kind = :kind", "kind", kind.name()));
        filter.state().ifPresent(state -> narrow(sql, parameters, " and c.state = :state", "state", state.name()));
        sql.append(" order by c.case_number desc limit :most");
        return select(sql.toString(), parameters);
    }

    private Uni<List<Case>> select(String sql, Map<String, Object> parameters) {
        return sessions.withSession(session -> {
            var query = Sql.of(session, sql);
            parameters.forEach(query::set);
            return query.rows().map(rows -> rows.stream().map(CaseRow::read).toList());
        });
    }

    private static void narrow(
            StringBuilder sql, Map<String, Object> parameters, String condition, String name, Object value) {
        sql.append(condition);
        parameters.put(name, value);
    }
}
