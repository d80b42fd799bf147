package dev.mitchbot.moderation.cases;

import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody did to a member, or wanted to.
 *
 * @param number unique in the guild, increasing, never used again
 * @param moderatorId the bot itself where a ban's time was up
 * @param relatedCase the ban that this case lifts because its time was up
 * @param failure why it was not done
 * @param actionId the message that asked the gateway
 * @param teller the interaction whose caller waits for the outcome
 * @param noticeAt when they are told that Discord is slow
 * @param version counts the changes of what people see of it
 */
public record Case(
        long number,
        CaseKind kind,
        CaseState state,
        long targetId,
        long moderatorId,
        String reason,
        Optional<Duration> duration,
        Optional<Long> relatedCase,
        Optional<String> failure,
        Optional<String> actionId,
        Optional<Interaction> teller,
        Optional<Instant> noticeAt,
        Instant openedAt,
        Optional<Instant> closedAt,
        long version) {
    static Case open(long number, Opening opening, Instant now) {
        return new Case(
                number,
                opening.kind(),
                CaseState.REQUESTED,
                opening.targetId(),
                opening.moderatorId(),
                opening.reason(),
                opening.duration(),
                opening.relatedCase(),
                Optional.empty(),
                Optional.empty(),
                opening.teller(),
                opening.noticeAt(),
                now,
                Optional.empty(),
                0);
    }

    public boolean isOpen() {
        return state == CaseState.REQUESTED;
    }

    /** Whether it waits for its next try: nothing is under way that could decide it. */
    public boolean isBetweenTries() {
        return isOpen() && actionId.isEmpty();
    }

    /** @param messageId of what asks the gateway; empty where it has been answered in vain, and is to be asked again */
    Case askedBy(Optional<String> messageId) {
        return new Case(
                number,
                kind,
                state,
                targetId,
                moderatorId,
                reason,
                duration,
                relatedCase,
                failure,
                messageId,
                teller,
                noticeAt,
                openedAt,
                closedAt,
                version);
    }

    Case noticed() {
        return new Case(
                number,
                kind,
                state,
                targetId,
                moderatorId,
                reason,
                duration,
                relatedCase,
                failure,
                actionId,
                teller,
                Optional.empty(),
                openedAt,
                closedAt,
                version);
    }

    Case closed(CaseState outcome, Optional<String> why, Instant now) {
        return new Case(
                number,
                kind,
                outcome,
                targetId,
                moderatorId,
                reason,
                duration,
                relatedCase,
                why,
                actionId,
                Optional.empty(),
                Optional.empty(),
                openedAt,
                Optional.of(now),
                version + 1);
    }

    Case reworded(String other) {
        return new Case(
                number,
                kind,
                state,
                targetId,
                moderatorId,
                other,
                duration,
                relatedCase,
                failure,
                actionId,
                teller,
                noticeAt,
                openedAt,
                closedAt,
                version + 1);
    }
}
