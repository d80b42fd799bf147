package dev.mitchbot.moderation.guild;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param notice after which a moderator is told that Discord is slow
 * @param liftPause before the lifting of a ban is tried a second time; it doubles with each try
 * @param liftPauseMax the longest pause between two tries
 * @param liftAttempts after which nobody tries any more
 */
public record Times(Duration notice, Duration liftPause, Duration liftPauseMax, int liftAttempts) {
    /** The pause after so many tries. */
    public Duration pauseAfter(int attempts) {
        Duration doubled = liftPause.multipliedBy(1L << Math.min(attempts - 1, 16));
        return doubled.compareTo(liftPauseMax) > 0 ? liftPauseMax : doubled;
    }
}
