package dev.mitchbot.dashboard.audit;

import dev.mitchbot.dashboard.members.Known;
import dev.mitchbot.dashboard.members.Members;
import dev.mitchbot.messaging.rest.Cursor;
import dev.mitchbot.messaging.rest.Page;
import dev.mitchbot.messaging.rest.Reads;
import dev.mitchbot.messaging.rest.RestConfig;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** The audit trail, newest first. */
@Singleton
final class AuditTrail {
    private static final String ENTRIES =
            "from AuditEntry where guildId = :guild and number < :before order by number desc";
    private static final String OF_MEMBER = """
            from AuditEntry where guildId = :guild and (actorId = :member or subjectId = :member)
            and number < :before order by number desc""";

    private final Mutiny.SessionFactory sessions;
    private final Members members;
    private final RestConfig config;

    AuditTrail(Mutiny.SessionFactory sessions, Members members, RestConfig config) {
        this.sessions = sessions;
        this.members = members;
        this.config = config;
    }

    /** @param member who did it or to whom it was done; everybody where empty */
    Uni<Page<AuditEntry>> of(long guildId, Optional<Long> member, long before) {
        return newest(guildId, member, before, Page.USUAL + 1)
                .map(found -> Page.of(found, Page.USUAL, entry -> new Cursor(entry.number)));
    }

    Uni<List<AuditEntry>> newest(long guildId, Optional<Long> member, long before, int most) {
        return Reads.within(config.patience(), sessions.withSession(session -> {
            var query = session.createQuery(member.isEmpty() ? ENTRIES : OF_MEMBER, AuditEntry.class)
                    .setParameter("guild", guildId)
                    .setParameter("before", before)
                    .setMaxResults(most);
            member.ifPresent(id -> query.setParameter("member", id));
            return query.getResultList();
        }));
    }

    /** What those are called who did these things, or to whom they were done. */
    Uni<Known> thoseIn(List<AuditEntry> entries, String guildId) {
        return members.of(
                guildId,
                entries.stream()
                        .flatMap(entry -> Stream.of(entry.actor(), entry.subject()))
                        .toList());
    }
}
