package dev.mitchbot.bench.report;

/** What a figure should be at least or at most. */
public record Goal(double bound, boolean atLeast) {
    public static Goal atLeast(double bound) {
        return new Goal(bound, true);
    }

    public static Goal atMost(double bound) {
        return new Goal(bound, false);
    }

    boolean isMetBy(double value) {
        return atLeast ? value >= bound : value <= bound;
    }

    String text(String unit) {
        return (atLeast ? "≥ " : "≤ ") + Numbers.text(bound, unit);
    }
}
