package dev.mitchbot.moderation.store;

import dev.mitchbot.contracts.moderation.ModerationEvent.CaseKind;
import dev.mitchbot.messaging.Sql;
import dev.mitchbot.messaging.rest.BoundedReads;
import dev.mitchbot.messaging.rest.Cursor;
import dev.mitchbot.messaging.rest.Page;
import dev.mitchbot.moderation.cases.Case;
import dev.mitchbot.moderation.cases.CaseState;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The case log as people in charge read it. */
@Singleton
public final class CaseFiles {
    private static final String FIND = CasesTable.ROW + "from cases c where c.guild_id = :guild";
    private static final String OLDER = "(" + FIND + " and c.case_number < :before";
    private static final String NEWEST_FIRST = " order by c.case_number desc limit " + (Page.LARGEST + 1) + ")";
    private static final String PAGE = "select * from (%s) found order by case_number desc limit :most";

    private final BoundedReads reads;

    CaseFiles(BoundedReads reads) {
        this.reads = reads;
    }

    /** Which cases are wanted. */
    public record Filter(Optional<Long> user, Optional<CaseKind> kind, Optional<CaseState> state) {}

    public Uni<Optional<Case>> find(long guildId, long number) {
        return select(FIND + " and c.case_number = :number", Map.of("guild", guildId, "number", number))
                .map(found -> found.stream().findFirst());
    }

    /** Newest first, at most so many. */
    public Uni<List<Case>> find(long guildId, Filter filter, Optional<Cursor> after, int most) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("guild", guildId);
        parameters.put("before", after.map(cursor -> cursor.key()[0]).orElse(Long.MAX_VALUE));
        parameters.put("user", filter.user().orElse(null));
        parameters.put("most", most);
        return select(page(filter), parameters);
    }

    /**
     * An index has the cases of one kind and state in their order, another one those of a user and one kind: a page is put
     * together of such walks, none longer than the page. A user's cases of one kind are few, whatever their states.
     */
    static String page(Filter filter) {
        return PAGE.formatted(walks(filter).stream()
                .map(walk -> OLDER + walk + NEWEST_FIRST)
                .collect(Collectors.joining(" union all ")));
    }

    private static List<String> walks(Filter filter) {
        if (filter.user().isEmpty() && filter.kind().isEmpty() && filter.state().isEmpty()) {
            return List.of("");
        }
        List<String> kinds = wanted("kind", filter.kind(), CaseKind.values());
        List<String> rest = filter.user().isEmpty()
                ? wanted("state", filter.state(), CaseState.values())
                : List.of(" and c.target_id = :user"
                        + filter.state().map(state -> is("state", state)).orElse(""));
        return kinds.stream()
                .flatMap(kind -> rest.stream().map(other -> kind + other))
                .toList();
    }

    private Uni<List<Case>> select(String sql, Map<String, Object> parameters) {
        return reads.run(session -> {
            var query = Sql.of(session, sql);
            parameters.forEach(query::set);
            return query.rows().map(rows -> rows.stream().map(CaseRow::read).toList());
        });
    }

    private static <E extends Enum<E>> List<String> wanted(String column, Optional<E> one, E[] all) {
        return one.map(List::of).orElse(List.of(all)).stream()
                .map(value -> is(column, value))
                .toList();
    }

    private static String is(String column, Enum<?> value) {
        return " and c.%s = '%s'".formatted(column, value.name());
    }
}
