package dev.mitchbot.moderation.cases;

import java.time.Instant;
import java.util.Optional;

/**
 * The end of a ban, to come.
 *
 * @param caseNumber the ban's
 * @param botId who lifts it
 * @param heldBy the case of the latest action on the user, as long as Discord has not answered it: the ban itself, or a
 *     later one
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
    /** A ban that Discord has been asked for: its time begins when that is done. */
    public static Lift of(long caseNumber, long userId, long botId, Instant earliest) {
        return new Lift(caseNumber, userId, botId, earliest, Optional.of(caseNumber), 0, Optional.empty());
    }

    Lift due(Instant end) {
        Optional<Long> later = heldBy.filter(holder -> holder != caseNumber);
        return new Lift(caseNumber, userId, botId, end, later, attempts, liftCase);
    }

    Lift heldBy(Optional<Long> number) {
        return new Lift(caseNumber, userId, botId, dueAt, number, attempts, liftCase);
    }

    Lift tried(long number, Instant next) {
        return new Lift(caseNumber, userId, botId, next, heldBy, attempts + 1, Optional.of(number));
    }
}
