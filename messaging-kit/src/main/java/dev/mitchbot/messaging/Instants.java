package dev.mitchbot.messaging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as the database counts them: in microseconds since 1970. */
public final class Instants {
    private Instants() {}

    /** @param micros a {@code bigint} of a row */
    public static Instant ofMicros(Object micros) {
        return Instant.EPOCH.plus((Long) micros, ChronoUnit.MICROS);
    }

    /** What is finer than a microsecond is cut off. */
    public static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
