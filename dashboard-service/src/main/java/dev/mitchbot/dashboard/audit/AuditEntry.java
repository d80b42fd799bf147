package dev.mitchbot.dashboard.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One thing that somebody with power over a guild has done. */
@Entity
@Table(name = "audit_entries")
class AuditEntry {
    @Id
    @Column(name = "message_id")
    String messageId;

    /** Given by the database. */
    @Column(name = "entry_number", insertable = false, updatable = false)
    Long number;

    @Column(name = "guild_id")
    long guildId;

    Instant at;

    @Column(name = "actor_id")
    long actorId;

    String deed;

    @Column(name = "subject_id")
    Long subjectId;

    String detail;

    protected AuditEntry() {}

    AuditEntry(String messageId, long guildId, Deed deed) {
        this.messageId = messageId;
        this.guildId = guildId;
        this.at = deed.at();
        this.actorId = deed.actorId();
        this.deed = deed.name();
        this.subjectId = deed.subjectId().orElse(null);
        this.detail = deed.detail();
    }

    String actor() {
        return Long.toUnsignedString(actorId);
    }

    /** Empty where it is done to nobody. */
    String subject() {
        return subjectId == null ? "" : Long.toUnsignedString(subjectId);
    }
}
