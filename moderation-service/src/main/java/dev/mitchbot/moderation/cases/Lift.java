package dev.mitchbot.moderation.cases;

import java.time.Instant;
import java.util.Optional;

/**
 * The end of a ban, to come.
 *
 * @param caseNumber the ban's
 * @param botId who lifts it
 * @param heldBy the case of a later action on the same user that Discord has not answered yet
 * @param attempts how often it was tried
 * @param liftCase the case of lifting it, once it has begun
 */
public record Lift(
        long caseNumber,
        long userId,
        long botId,
        Instant dueAt,
        Optional<Long> heldBy,
        int attempts,
        Optional<Long> liftCase) {
    Lift heldBy(Optional<Long> number) {
        return new Lift(caseNumber, userId, botId, dueAt, number, attempts, liftCase);
    }

    Lift tried(long number, Instant next) {
        return new Lift(caseNumber, userId, botId, next, heldBy, attempts + 1, Optional.of(number));
    }
}
