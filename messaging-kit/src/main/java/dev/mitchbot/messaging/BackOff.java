package dev.mitchbot.messaging;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses between tries: doubling, bounded, with a little chance in them so that instances do not move in step. */
record BackOff(Duration min, Duration max, int failures) {
    static BackOff of(MessagingConfig config) {
        return new BackOff(config.backOffMin(), config.backOffMax(), 0);
    }

    BackOff next() {
        return new BackOff(min, max, failures + 1);
    }

    Duration pause() {
        long doubled = min.toMillis() << Math.min(failures, 20);
        long bounded = Math.min(doubled, max.toMillis());
        return Duration.ofMillis(bounded / 2 + ThreadLocalRandom.current().nextLong(bounded / 2 + 1));
    }
}
