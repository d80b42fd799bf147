package dev.mitchbot.chaos.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How crowded the machine's processors are, as Linux counts it; other programs count too. */
public final class Pressure {
    private static final Path FILE = Path.of("/proc/pressure/cpu");
    private static final Pattern WAITED = Pattern.compile("some .*total=([0-9]+)");

    private final long begunNanos = System.nanoTime();
    private final OptionalLong begun = waitedMicros();

    /** In how many percent of the time since this was made something had to wait for a processor; empty where nobody knows. */
    public OptionalLong percent() {
        OptionalLong now = waitedMicros();
        long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begunNanos);
        return begun.isPresent() && now.isPresent()
                ? OptionalLong.of(100 * (now.getAsLong() - begun.getAsLong()) / Math.max(1, micros))
                : OptionalLong.empty();
    }

    private static OptionalLong waitedMicros() {
        try {
            Matcher waited = WAITED.matcher(Files.readString(FILE));
            return waited.find() ? OptionalLong.of(Long.parseLong(waited.group(1))) : OptionalLong.empty();
        } catch (IOException _) {
            return OptionalLong.empty();
        }
    }
}
