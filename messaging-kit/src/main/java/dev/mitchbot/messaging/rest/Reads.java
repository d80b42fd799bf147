package dev.mitchbot.messaging.rest;

import dev.mitchbot.messaging.TimeLimit;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** REST requests that only look. */
public final class Reads {
    private Reads() {}

    /** The same read, given up when its time is over. */
    public static <T> Uni<T> within(Duration patience, Uni<T> read) {
        return TimeLimit.on(read, patience);
    }
}
