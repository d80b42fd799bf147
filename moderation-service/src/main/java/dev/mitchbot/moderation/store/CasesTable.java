package dev.mitchbot.moderation.store;

import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.messaging.Columns;
import dev.mitchbot.messaging.Instants;
import dev.mitchbot.messaging.Sql;
import dev.mitchbot.moderation.cases.Case;
import dev.mitchbot.moderation.guild.GuildModeration;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of cases. */
final class CasesTable {
    static final String ROW = """
            select c.guild_id, c.case_number, c.kind, c.state, c.target_id, c.moderator_id, c.reason,
                   c.duration_seconds, c.related_case, c.failure, c.action_id, c.interaction,
                   cast(extract(epoch from c.notice_at) * 1000000 as bigint),
                   cast(extract(epoch from c.opened_at) * 1000000 as bigint),
                   cast(extract(epoch from c.closed_at) * 1000000 as bigint), c.version
            """;
    private static final String BY_NUMBER = ROW + """
            from unnest(cast(:guilds as bigint[]), cast(:numbers as bigint[])) k (g, n)
            join cases c on c.guild_id = k.g and c.case_number = k.n""";
    private static final String BY_ACTION = ROW + """
            from unnest(cast(:guilds as bigint[]), cast(:actions as text[])) k (g, a)
            join cases c on c.guild_id = k.g and c.action_id = k.a""";
    private static final String OF_BANS = ROW + """
            from unnest(cast(:guilds as bigint[]), cast(:users as bigint[])) k (g, u)
            cross join lateral (
                select max(case_number) number from cases where guild_id = k.g and target_id = k.u
                  and kind in ('BAN', 'TEMPBAN', 'UNBAN') and state <> 'FAILED') latest
            join cases c on c.guild_id = k.g and c.target_id = k.u and c.kind in ('BAN', 'TEMPBAN', 'UNBAN')
              and (c.case_number = latest.number or c.state = 'REQUESTED')""";
    private static final String SAVE = """
            insert into cases (guild_id, case_number, kind, state, target_id, moderator_id, reason, duration_seconds,
                               related_case, failure, action_id, interaction, notice_at, opened_at, closed_at,
                               version)
            select g, n, k, s, t, m, r, d, rel, f, a, i, timestamptz 'epoch' + notice * interval '1 microsecond',
                   timestamptz 'epoch' + opened * interval '1 microsecond',
                   timestamptz 'epoch' + closed * interval '1 microsecond', version
            from unnest(cast(:guilds as bigint[]), cast(:numbers as bigint[]), cast(:kinds as text[]),
                        cast(:states as text[]), cast(:targets as bigint[]), cast(:moderators as bigint[]),
                        cast(:reasons as text[]), cast(:durations as bigint[]), cast(:related as bigint[]),
                        cast(:failures as text[]), cast(:actions as text[]), cast(:interactions as text[]),
                        cast(:notices as bigint[]), cast(:opened as bigint[]), cast(:closed as bigint[]),
                        cast(:versions as bigint[]))
                 v (g, n, k, s, t, m, r, d, rel, f, a, i, notice, opened, closed, version)
            on conflict (guild_id, case_number) do update set state = excluded.state,
                reason = excluded.reason, version = excluded.version, failure = excluded.failure,
                action_id = excluded.action_id, interaction = excluded.interaction, notice_at = excluded.notice_at,
                closed_at = excluded.closed_at""";

    private CasesTable() {}

    static Uni<Columns<Case>> byNumber(Mutiny.Session session, Columns<Long> numbers) {
        return find(session, BY_NUMBER, numbers, query -> query.set("numbers", numbers.longs(n -> n)));
    }

    static Uni<Columns<Case>> byAction(Mutiny.Session session, Columns<String> actions) {
        return find(session, BY_ACTION, actions, query -> query.set("actions", actions.texts(a -> a)));
    }

    /** The last word on whether each of the users is banned, unless Discord refused it, and what is open of that. */
    static Uni<Columns<Case>> ofBans(Mutiny.Session session, Columns<Long> users) {
        return find(session, OF_BANS, users, query -> query.set("users", users.longs(u -> u)));
    }

    static Uni<Void> save(Mutiny.Session session, Collection<GuildModeration> guilds) {
        Columns<Case> cases = Columns.of(
                guilds, GuildModeration::guildId, guild -> guild.log().changed());
        return cases.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.of(session, SAVE)
                        .set("guilds", cases.guildIds())
                        .set("numbers", cases.longs(Case::number))
                        .set("kinds", cases.texts(one -> one.kind().name()))
                        .set("states", cases.texts(one -> one.state().name()))
                        .set("targets", cases.longs(Case::targetId))
                        .set("moderators", cases.longs(Case::moderatorId))
                        .set("reasons", cases.texts(Case::reason))
                        .set(
                                "durations",
                                cases.optionalLongs(one ->
                                        one.duration().map(Duration::toSeconds).orElse(null)))
                        .set(
                                "related",
                                cases.optionalLongs(one -> one.relatedCase().orElse(null)))
                        .set("failures", cases.texts(one -> one.failure().orElse(null)))
                        .set("actions", cases.texts(one -> one.actionId().orElse(null)))
                        .set("interactions", cases.texts(CasesTable::teller))
                        .set("notices", cases.optionalLongs(one -> micros(one.noticeAt())))
                        .set("opened", cases.longs(one -> Instants.micros(one.openedAt())))
                        .set("closed", cases.optionalLongs(one -> micros(one.closedAt())))
                        .set("versions", cases.longs(Case::version))
                        .update()
                        .replaceWithVoid();
    }

    private static Uni<Columns<Case>> find(
            Mutiny.Session session, String sql, Columns<?> keys, UnaryOperator<Sql> parameters) {
        Columns<Case> cases = Columns.empty();
        if (keys.isEmpty()) {
            return Uni.createFrom().item(cases);
        }
        return parameters
                .apply(Sql.of(session, sql).set("guilds", keys.guildIds()))
                .rows()
                .map(rows -> filled(cases, rows));
    }

    private static Columns<Case> filled(Columns<Case> cases, List<Object[]> rows) {
        rows.forEach(row -> cases.add((Long) row[0], CaseRow.read(row)));
        return cases;
    }

    private static String teller(Case one) {
        return one.teller()
                .map(interaction -> new String(Json.write(interaction), StandardCharsets.UTF_8))
                .orElse(null);
    }

    private static Long micros(Optional<Instant> at) {
        return at.map(Instants::micros).orElse(null);
    }
}
