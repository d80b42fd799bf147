package dev.mitchbot.moderation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseKind;
import dev.mitchbot.moderation.cases.Case;
import dev.mitchbot.moderation.cases.CaseState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A case as it travels over REST.
 *
 * @param userId whom it is about
 * @param moderatorId the bot itself where a ban's time was up
 * @param relatedCase the ban that this case lifts because its time was up
 * @param failure why it was not done
 * @param closedAt absent as long as Discord has not answered
 */
@Schema(name = "Case")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CaseDocument(
        long number,
        CaseKind kind,
        CaseState state,
        String userId,
        String moderatorId,
        String reason,
        Optional<Long> durationSeconds,
        Optional<Long> relatedCase,
        Optional<String> failure,
        Instant openedAt,
        Optional<Instant> closedAt) {
    static CaseDocument of(Case one) {
        return new CaseDocument(
                one.number(),
                one.kind(),
                one.state(),
                Long.toUnsignedString(one.targetId()),
                Long.toUnsignedString(one.moderatorId()),
                one.reason(),
                one.duration().map(Duration::toSeconds),
                one.relatedCase(),
                one.failure(),
                one.openedAt(),
                one.closedAt());
    }
}
