package dev.mitchbot.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * How long to break what, and how.
 *
 * @param rate interactions a second
 * @param patience how long all may take to become quiet afterwards
 * @param economyEnvironment further settings of the economy; how a test gives it a bug
 */
public record Options(
        Path home,
        Path folder,
        Duration time,
        long seed,
        int rate,
        Duration patience,
        Map<String, String> economyEnvironment) {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final int MINUTES = 10;
    private static final int MINUTES_MAX = 24 * 60;
    private static final int RATE = 20;
    private static final int RATE_MAX = 1_000;

    public Options {
        economyEnvironment = Map.copyOf(economyEnvironment);
    }

    /** What the command line says; a seed of its own where it says none. */
    static Options parse(Path home, List<String> arguments) {
        long minutes = MINUTES;
        long seed = System.nanoTime() & 0xff_ffff;
        long rate = RATE;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            switch (option) {
                case "--minutes" -> minutes = number(option, rest, 1, MINUTES_MAX);
                case "--seed" -> seed = number(option, rest, 0, Long.MAX_VALUE);
                case "--rate" -> rate = number(option, rest, 1, RATE_MAX);
                default ->
                    throw new UsageException("Unknown option " + option + "; ./mitchbot help lists the options.");
            }
        }
        return new Options(
                home,
                home.resolve(".mitchbot").resolve("chaos-" + seed),
                Duration.ofMinutes(minutes),
                seed,
                (int) rate,
                PATIENCE,
                Map.of());
    }

    private static long number(String option, Iterator<String> rest, long smallest, long largest) {
        String text = rest.hasNext() ? rest.next() : "";
        long number = text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
        if (number < smallest || number > largest) {
            throw new UsageException(option + " takes a number from " + smallest + " to " + largest + ".");
        }
        return number;
    }

    /** What is wrong with the command line, in one line. */
    static final class UsageException extends RuntimeException {
        UsageException(String line) {
            super(line);
        }
    }
}
