package dev.mitchbot.gateway.guild;

import java.time.Instant;

/**
 * A few seconds, as two gateways that hear the same thing at almost the same time agree on them. It tells one leaving or
 * reaction from the next of the same member.
 */
record Moment(long number) {
    private static final long SECONDS = 5;

    static Moment now() {
        return new Moment(Instant.now().getEpochSecond() / SECONDS);
    }

    Instant start() {
        return Instant.ofEpochSecond(number * SECONDS);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
