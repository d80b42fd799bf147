package dev.mitchbot.messaging.guilds;

import dev.mitchbot.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** The guilds that the bot is in. Kept in the service's own database, so it answers while gateway and broker are away. */
@Singleton
public final class GuildDirectory {
    private static final String COLUMNS =
            "guild_id, name, icon, owner_id, member_count, array_to_string(managers, ',')";
    private static final String FIND = "select " + COLUMNS + " from guilds where guild_id = :guild and present";
    private static final String MANAGED = "select " + COLUMNS
            + " from guilds where present and (owner_id = :user or managers @> cast(array[:user] as bigint[]))"
            + " order by lower(name), guild_id";

    private final Mutiny.SessionFactory sessions;

    GuildDirectory(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** The guild, unless the bot is not in it or the gateway has never told of it. */
    public Uni<Optional<Guild>> find(long guildId) {
        return sessions.withSession(session -> Sql.of(session, FIND)
                .set("guild", guildId)
                .rows()
                .map(rows -> rows.stream().findFirst().map(GuildDirectory::guild)));
    }

    /** The guilds that a user may manage, by name. */
    public Uni<List<Guild>> managedBy(long userId) {
        return sessions.withSession(session -> Sql.of(session, MANAGED)
                .set("user", userId)
                .rows()
                .map(rows -> rows.stream().map(GuildDirectory::guild).toList()));
    }

    private static Guild guild(Object[] row) {
        return new Guild(
                (Long) row[0],
                (String) row[1],
                Optional.ofNullable((String) row[2]),
                (Long) row[3],
                (Integer) row[4],
                Stream.of(((String) row[5]).split(","))
                        .filter(id -> !id.isEmpty())
                        .map(Long::valueOf)
                        .collect(Collectors.toSet()));
    }
}
