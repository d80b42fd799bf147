package dev.mitchbot.messaging.guilds;

import dev.mitchbot.contracts.discord.GuildSnapshot;
import dev.mitchbot.contracts.discord.GuildSnapshot.Role;
import dev.mitchbot.messaging.Lanes;
import dev.mitchbot.messaging.MessagingConfig;
import dev.mitchbot.messaging.Sql;
import dev.mitchbot.messaging.TimeLimit;
import dev.mitchbot.messaging.guilds.GuildReader.Sighting;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of guilds. */
@Singleton
final class GuildTable {
    private static final String SAVE = """
            insert into guilds (guild_id, name, icon, owner_id, member_count, managers, role_ids, role_positions,
                                bot_role_position, bot_permissions, announced_at)
            select g, n, i, o, c, cast(m as bigint[]), cast(r as bigint[]), cast(p as int[]), b, bp,
                   to_timestamp(a / 1000.0)
            from unnest(cast(:ids as bigint[]), cast(:names as text[]), cast(:icons as text[]), cast(:owners as bigint[]),
                        cast(:counts as int[]), cast(:managers as text[]), cast(:roles as text[]),
                        cast(:positions as text[]), cast(:bots as int[]), cast(:bits as bigint[]),
                        cast(:times as bigint[]))
                 v (g, n, i, o, c, m, r, p, b, bp, a)
            on conflict (guild_id) do update set name = excluded.name, icon = excluded.icon,
                owner_id = excluded.owner_id, member_count = excluded.member_count, managers = excluded.managers,
                role_ids = excluded.role_ids, role_positions = excluded.role_positions,
                bot_role_position = excluded.bot_role_position, bot_permissions = excluded.bot_permissions, present = true, announced_at = excluded.announced_at
            where guilds.announced_at <= excluded.announced_at""";
    private static final String LEAVE = """
            update guilds set present = false, announced_at = to_timestamp(v.a / 1000.0)
            from unnest(cast(:ids as bigint[]), cast(:times as bigint[])) v (g, a)
            where guild_id = v.g and announced_at <= to_timestamp(v.a / 1000.0)""";

    private final Mutiny.SessionFactory sessions;
    private final MessagingConfig config;
    private final Lanes lane;

    GuildTable(Mutiny.SessionFactory sessions, MessagingConfig config, Vertx vertx) {
        this.sessions = sessions;
        this.config = config;
        lane = new Lanes(vertx, 1);
    }

    /** In the order of their ids, so that two instances never wait for each other. */
    Uni<Void> save(Collection<Sighting> sightings) {
        List<Sighting> present = sorted(sightings, true);
        List<Sighting> left = sorted(sightings, false);
        return lane.run(
                0,
                () -> TimeLimit.on(
                        sessions.withTransaction(
                                session -> save(session, present).chain(() -> leave(session, left))),
                        config.transactionTimeout()));
    }

    private static List<Sighting> sorted(Collection<Sighting> sightings, boolean present) {
        return sightings.stream()
                .filter(one -> one.snapshot().isPresent() == present)
                .sorted(Comparator.comparingLong(Sighting::guildId))
                .toList();
    }

    private static Uni<Void> save(Mutiny.Session session, List<Sighting> present) {
        return present.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.of(session, SAVE)
                        .set("ids", column(present, Sighting::guildId, Long[]::new))
                        .set("names", described(present, GuildSnapshot::name, String[]::new))
                        .set("icons", described(present, guild -> guild.icon().orElse(null), String[]::new))
                        .set("owners", described(present, GuildSnapshot::ownerId, Long[]::new))
                        .set("counts", described(present, GuildSnapshot::memberCount, Integer[]::new))
                        .set("managers", described(present, GuildTable::managers, String[]::new))
                        .set("roles", described(present, guild -> roles(guild, Role::id), String[]::new))
                        .set("positions", described(present, guild -> roles(guild, Role::position), String[]::new))
                        .set("bots", described(present, GuildSnapshot::botRolePosition, Integer[]::new))
                        .set(
                                "bits",
                                described(
                                        present, guild -> guild.botPermissions().orElse(null), Long[]::new))
                        .set("times", column(present, Sighting::atMillis, Long[]::new))
                        .update()
                        .replaceWithVoid();
    }

    private static Uni<Void> leave(Mutiny.Session session, List<Sighting> left) {
        return left.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.of(session, LEAVE)
                        .set("ids", column(left, Sighting::guildId, Long[]::new))
                        .set("times", column(left, Sighting::atMillis, Long[]::new))
                        .update()
                        .replaceWithVoid();
    }

    private static String managers(GuildSnapshot guild) {
        return "{" + String.join(",", guild.managers()) + "}";
    }

    private static String roles(GuildSnapshot guild, Function<Role, ?> value) {
        return guild.roles().stream()
                .map(role -> value.apply(role).toString())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static <T> T[] described(List<Sighting> present, Function<GuildSnapshot, T> value, IntFunction<T[]> array) {
        return column(present, one -> value.apply(one.snapshot().orElseThrow()), array);
    }

    private static <T> T[] column(List<Sighting> sightings, Function<Sighting, T> value, IntFunction<T[]> array) {
        return sightings.stream().map(value).toArray(array);
    }
}
