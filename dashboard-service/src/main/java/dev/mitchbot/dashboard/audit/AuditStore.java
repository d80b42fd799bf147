package dev.mitchbot.dashboard.audit;

import dev.mitchbot.messaging.Store;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Adds to the audit trail, which needs nothing of what stands there. */
final class AuditStore implements Store<AuditStore.NoKeys, List<AuditEntry>> {
    record NoKeys() {}

    @Override
    public NoKeys keys() {
        return new NoKeys();
    }

    @Override
    public Uni<List<AuditEntry>> load(Mutiny.Session session, NoKeys keys) {
        return Uni.createFrom().item(new ArrayList<>());
    }

    @Override
    public Uni<Void> save(Mutiny.Session session, List<AuditEntry> entries) {
        return session.persistAll(entries.toArray()).chain(session::flush);
    }
}
