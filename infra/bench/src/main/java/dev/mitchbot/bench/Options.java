package dev.mitchbot.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What to measure, and for how long.
 *
 * @param measured how long each load is measured
 * @param warmUp how long each load runs before that
 * @param starts how often each process is started to be measured
 * @param wallets in the largest ledger of the growth part, which has ten times as many entries
 */
public record Options(Path home, Set<String> parts, Duration measured, Duration warmUp, int starts, int wallets) {
    static final Set<String> KNOWN = Set.of("ledger", "wait", "start", "growth");
    /** Growth fills a database for half an hour: it is measured when asked for. */
    private static final List<String> USUAL = List.of("ledger", "wait", "start");

    static Options parse(Path home, List<String> arguments) {
        Options options = new Options(
                home, new LinkedHashSet<>(USUAL), Duration.ofSeconds(30), Duration.ofSeconds(20), 3, 5_000_000);
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            options = switch (option) {
                case "--only" -> options.only(value(option, rest));
                case "--seconds" -> options.lasting(number(option, rest), options.warmUp.toSeconds());
                case "--warm-up" -> options.lasting(options.measured.toSeconds(), number(option, rest));
                case "--starts" -> options.starting((int) number(option, rest));
                case "--wallets" -> options.growing((int) number(option, rest));
                default ->
                    throw new UsageException("Unknown option " + option + "; ./mitchbot help lists the options.");
            };
        }
        return options;
    }

    boolean wants(String part) {
        return parts.contains(part);
    }

    /** Where the measured stack keeps its data and logs. */
    public Path folder() {
        return home.resolve("target/bench/stack");
    }

    private Options only(String list) {
        var chosen = new LinkedHashSet<>(List.of(list.split(",")));
        if (!KNOWN.containsAll(chosen)) {
            throw new UsageException(
                    "--only takes ledger, wait, start or growth, or several with commas between them.");
        }
        return new Options(home, chosen, measured, warmUp, starts, wallets);
    }

    private Options lasting(long measuredSeconds, long warmUpSeconds) {
        return new Options(
                home, parts, Duration.ofSeconds(measuredSeconds), Duration.ofSeconds(warmUpSeconds), starts, wallets);
    }

    private Options starting(int times) {
        return new Options(home, parts, measured, warmUp, times, wallets);
    }

    private Options growing(int mostWallets) {
        return new Options(home, parts, measured, warmUp, starts, mostWallets);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new UsageException(option + " needs a value; ./mitchbot help lists the options.");
        }
        return rest.next();
    }

    private static long number(String option, Iterator<String> rest) {
        String text = value(option, rest);
        if (!text.matches("[1-9][0-9]{0,7}")) {
            throw new UsageException(option + " takes a whole number, not " + text + ".");
        }
        return Long.parseLong(text);
    }

    /** The command line asks for what there isn't. */
    static final class UsageException extends RuntimeException {
        UsageException(String message) {
            super(message);
        }
    }
}
