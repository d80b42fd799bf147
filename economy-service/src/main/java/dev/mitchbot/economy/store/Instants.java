package dev.mitchbot.economy.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as the database counts them: in microseconds since 1970. */
final class Instants {
    private Instants() {}

    static Instant ofMicros(Object micros) {
        return Instant.EPOCH.plus((Long) micros, ChronoUnit.MICROS);
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
