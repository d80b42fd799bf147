package dev.mitchbot.dashboard.audit;

import dev.mitchbot.messaging.rest.Cursor;
import dev.mitchbot.messaging.rest.Page;
import dev.mitchbot.messaging.rest.Reads;
import dev.mitchbot.messaging.rest.RestConfig;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.hibernate.reactive.mutiny.Mutiny;

/** The audit trail, newest first. */
@Singleton
final class AuditTrail {
    private static final String ENTRIES =
            "from AuditEntry where guildId = :guild and number < :before order by number desc";

    private final Mutiny.SessionFactory sessions;
    private final RestConfig config;

    AuditTrail(Mutiny.SessionFactory sessions, RestConfig config) {
        this.sessions = sessions;
        this.config = config;
    }

    Uni<Page<AuditEntry>> of(long guildId, long before) {
        return Reads.within(
                        config.patience(),
                        sessions.withSession(session -> session.createQuery(ENTRIES, AuditEntry.class)
                                .setParameter("guild", guildId)
                                .setParameter("before", before)
                                .setMaxResults(Page.USUAL + 1)
                                .getResultList()))
                .map(found -> Page.of(found, Page.USUAL, entry -> new Cursor(entry.number)));
    }
}
