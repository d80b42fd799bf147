package dev.mitchbot.simulator.faults;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * One way in which the Discord face misbehaves.
 *
 * @param route part of a path, {@code *} standing for anything; everything when absent
 * @param untilMs when it ends, in milliseconds since the epoch
 */
public record Fault(Kind kind, Optional<Pattern> route, double probability, long delayMs, long untilMs) {

    /** What goes wrong. */
    public enum Kind {
        LATENCY,
        ERROR,
        RATE_LIMIT,
        DISCONNECT,
        DUPLICATE,
        DROP;

        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    static Pattern routePattern(String route) {
        return Pattern.compile("\\Q" + route.replace("*", "\\E.*\\Q") + "\\E");
    }

    boolean isOver(long nowMs) {
        return nowMs >= untilMs;
    }

    boolean strikes(String subject) {
        return route.map(pattern -> pattern.matcher(subject).find()).orElse(true)
                && (probability >= 1 || ThreadLocalRandom.current().nextDouble() < probability);
    }
}
