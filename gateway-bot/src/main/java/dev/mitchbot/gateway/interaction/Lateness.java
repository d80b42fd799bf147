package dev.mitchbot.gateway.interaction;

import dev.mitchbot.contracts.wire.Snowflakes;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How much of Discord's three seconds had passed when an interaction got here, by the time in its id. This machine's clock
 * may be wrong: what counts is how much longer an interaction was on its way than the fastest of the last minute or two.
 */
final class Lateness {
    /** Discord has forgotten what is older. So late an id tells of a clock that was set, or of nobody who could be helped. */
    private static final Duration LOST = Duration.ofSeconds(3);

    private static final Duration STRETCH = Duration.ofMinutes(1);

    private final LongSupplier wallMillis;
    /** Milliseconds; until the first stretch is over the clock is taken for right. */
    private long fastestBefore;

    private long fastest = Long.MAX_VALUE;
    private long stretchBegan;

    /**
     * Counts the first minute from now.
     *
     * @param wallMillis milliseconds since 1970, perhaps by a wrong clock
     * @param now nanoseconds on a steady clock
     */
    Lateness(LongSupplier wallMillis, long now) {
        this.wallMillis = wallMillis;
        stretchBegan = now;
    }

    /**
     * How late it is; zero where that would be 3 s or more.
     *
     * @param interactionId Discord's, which has just come
     * @param now nanoseconds on a steady clock
     */
    synchronized Duration of(long interactionId, long now) {
        // one stretch at a time, however long nothing came: what ends a standstill is not measured against itself
        if (now - stretchBegan > STRETCH.toNanos() && fastest < Long.MAX_VALUE) {
            fastestBefore = fastest;
            fastest = Long.MAX_VALUE;
            stretchBegan = now;
        }
        long underWay =
                wallMillis.getAsLong() - Snowflakes.createdAt(interactionId).toEpochMilli();
        fastest = Math.min(fastest, underWay);
        Duration late = Duration.ofMillis(underWay - Math.min(fastestBefore, fastest));
        return late.compareTo(LOST) < 0 ? late : Duration.ZERO;
    }
}
