package dev.mitchbot.simulator.world;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Discord's way to write a time. */
public final class Times {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

    private Times() {}

    public static String iso(Instant time) {
        return FORMAT.format(time);
    }

    /** The time as JSON: null when there is none. */
    public static Object isoOrNull(Optional<Instant> time) {
        return time.map(Times::iso).orElse(null);
    }
}
