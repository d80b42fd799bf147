package dev.mitchbot.moderation.cases;

import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a case begins with, see {@link Case}. */
public record Opening(
        CaseKind kind,
        long targetId,
        long moderatorId,
        String reason,
        Optional<Duration> duration,
        Optional<Long> relatedCase,
        Optional<Interaction> teller,
        Optional<Instant> noticeAt) {
    /** By a moderator, who is told the outcome. */
    public static Opening by(SlashCommand command, CaseKind kind, long targetId, String reason, Instant noticeAt) {
        return new Opening(
                kind,
                targetId,
                command.caller().id(),
                reason,
                Optional.empty(),
                Optional.empty(),
                Optional.of(command.interaction()),
                Optional.of(noticeAt));
    }

    /** The end of a ban whose time is up. */
    public static Opening lifting(Lift lift, String reason) {
        return new Opening(
                CaseKind.UNBAN,
                lift.userId(),
                lift.botId(),
                reason,
                Optional.empty(),
                Optional.of(lift.caseNumber()),
                Optional.empty(),
                Optional.empty());
    }

    public Opening lasting(Duration time) {
        return new Opening(kind, targetId, moderatorId, reason, Optional.of(time), relatedCase, teller, noticeAt);
    }
}
