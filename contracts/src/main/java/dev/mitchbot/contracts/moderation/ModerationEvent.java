package dev.mitchbot.contracts.moderation;

import dev.mitchbot.contracts.wire.Snowflake;
import java.time.Instant;
import java.util.Optional;

/** What happened in a guild's case log. */
public sealed interface ModerationEvent {
    /** The guild; also the record's key. */
    long guildId();

    /** The message type under which it travels. */
    default String type() {
        return switch (this) {
            case CaseOpened event -> "moderation.case-opened.v1";
            case CaseClosed event -> "moderation.case-closed.v1";
            case CaseReasonChanged event -> "moderation.case-reason-changed.v1";
        };
    }

    /**
     * A moderator asked for something. It is not done before {@link CaseClosed} says so.
     *
     * @param caseNumber unique in the guild, increasing
     * @param moderatorId who asked; the bot itself where a ban's time was up
     */
    record CaseOpened(
            @Snowflake long guildId,
            long caseNumber,
            CaseKind kind,
            @Snowflake long targetId,
            @Snowflake long moderatorId,
            String reason,
            Instant at)
            implements ModerationEvent {}

    /**
     * It is known what became of it.
     *
     * @param failure Discord's words where it was not done
     */
    record CaseClosed(
            @Snowflake long guildId,
            long caseNumber,
            CaseKind kind,
            @Snowflake long targetId,
            @Snowflake long moderatorId,
            String reason,
            Outcome outcome,
            Optional<String> failure,
            Instant at)
            implements ModerationEvent {}

    /**
     * Somebody in charge gave a case another reason. What Discord did, and what it was told, stays as it is.
     *
     * @param actorId who changed it
     */
    record CaseReasonChanged(
            @Snowflake long guildId,
            long caseNumber,
            @Snowflake long actorId,
            String before,
            String after,
            Instant at) implements ModerationEvent {}

    /** What a case is about. */
    enum CaseKind {
        WARN,
        TIMEOUT,
        TEMPBAN,
        BAN,
        UNBAN
    }

    /** What became of a case. */
    enum Outcome {
        DONE,
        /** Discord refused. */
        FAILED,
        /** Discord never answered: it may be done or not. */
        UNANSWERED
    }
}
