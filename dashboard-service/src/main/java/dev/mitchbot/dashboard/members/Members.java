package dev.mitchbot.dashboard.members;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.messaging.Sql;
import dev.mitchbot.messaging.rest.Reads;
import dev.mitchbot.messaging.rest.RestConfig;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a guild's members are called, as far as the gateway has seen them. */
@Singleton
public final class Members {
    private static final String ID = "[0-9]+";
    private static final String NAMES = """
            select user_id, name, bot from members
            where guild_id = :guild and user_id = any(cast(:users as bigint[]))""";
    private static final String CALLED =
            "select user_id from members where guild_id = :guild and lower(name) = lower(:name) order by user_id limit "
                    + (Sought.LISTED_MAX + 1);

    private final Mutiny.SessionFactory sessions;
    private final RestConfig config;

    Members(Mutiny.SessionFactory sessions, RestConfig config) {
        this.sessions = sessions;
        this.config = config;
    }

    /** Those whom a service's document names in these fields, wherever they stand. */
    public Uni<Known> in(JsonNode document, String guildId, String... fields) {
        return of(
                guildId,
                Stream.of(fields)
                        .flatMap(field -> document.findValuesAsText(field).stream())
                        .toList());
    }

    public Uni<Known> of(String guildId, Collection<String> ids) {
        Long[] users = ids.stream().flatMap(Members::user).distinct().toArray(Long[]::new);
        if (users.length == 0) {
            return Uni.createFrom().item(new Known(Map.of()));
        }
        return rows(NAMES, guildId, "users", users).map(Members::known);
    }

    /** Whom a filter asks for, by an id or by a whole name in upper or lower case. */
    public Uni<Sought> sought(String guildId, String typed) {
        return typed.isEmpty() || typed.matches(ID)
                ? Uni.createFrom().item(Sought.byId(typed))
                : called(guildId, typed).map(ids -> Sought.byName(typed, ids));
    }

    private Uni<List<String>> called(String guildId, String name) {
        if (name.indexOf('\0') >= 0) {
            return Uni.createFrom().item(List.of());
        }
        return rows(CALLED, guildId, "name", name)
                .map(rows -> rows.stream().map(row -> id(row[0])).toList());
    }

    private Uni<List<Object[]>> rows(String query, String guildId, String parameter, Object value) {
        return Reads.within(
                config.patience(),
                sessions.withSession(session -> Sql.of(session, query)
                        .set("guild", Long.parseUnsignedLong(guildId))
                        .set(parameter, value)
                        .rows()));
    }

    private static Known known(List<Object[]> rows) {
        return new Known(rows.stream()
                .map(row -> new Member(id(row[0]), (String) row[1], (Boolean) row[2]))
                .collect(Collectors.toMap(Member::id, member -> member)));
    }

    private static Stream<Long> user(String id) {
        try {
            return Stream.of(Long.parseUnsignedLong(id));
        } catch (NumberFormatException _) {
            return Stream.empty();
        }
    }

    private static String id(Object user) {
        return Long.toUnsignedString((Long) user);
    }
}
