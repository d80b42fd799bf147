package dev.mitchbot.dashboard.audit;

import dev.mitchbot.dashboard.members.Known;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The audit trail as a file of comma-separated values, newest first. It is read in portions, each when the visitor has
 * taken the one before: however long it is and however slowly it is taken, no more than a portion is in memory, and no
 * connection to the database waits.
 */
@Singleton
final class AuditFile {
    static final int ENTRIES_MAX = 10_000;

    /** An entry with a long reason takes some kilobytes. */
    private static final int PORTION = 200;

    private static final String HEADING =
            Csv.line(List.of("at", "actorId", "actor", "deed", "subjectId", "subject", "detail"));

    private final AuditTrail trail;

    AuditFile(AuditTrail trail) {
        this.trail = trail;
    }

    private record Portion(String lines, boolean full) {}

    /** The file of a guild, which fails where it cannot be read to its end. */
    Multi<String> of(String guildId) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicLong(Long.MAX_VALUE), before -> next(guildId, before))
                .whilst(Portion::full)
                .select()
                .first(ENTRIES_MAX / PORTION)
                .map(Portion::lines);
    }

    private Uni<Portion> next(String guildId, AtomicLong before) {
        String heading = before.get() == Long.MAX_VALUE ? HEADING : "";
        return trail.newest(Long.parseUnsignedLong(guildId), Optional.empty(), before.get(), PORTION)
                .invoke(entries -> entries.forEach(entry -> before.set(entry.number)))
                .flatMap(entries -> trail.thoseIn(entries, guildId)
                        .map(known -> new Portion(heading + lines(entries, known), entries.size() == PORTION)));
    }

    private static String lines(List<AuditEntry> entries, Known known) {
        var lines = new StringBuilder();
        for (AuditEntry entry : entries) {
            lines.append(Csv.line(List.of(
                    entry.at.toString(),
                    entry.actor(),
                    known.member(entry.actor()).name(),
                    entry.deed,
                    entry.subject(),
                    known.member(entry.subject()).name(),
                    entry.detail)));
        }
        return lines.toString();
    }
}
