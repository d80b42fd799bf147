package dev.mitchbot.bench.report;

import java.util.Optional;

/**
 * One measured number.
 *
 * @param id how the plot finds it, for example {@code spread.throughput}
 * @param what the row's name in the table
 * @param unit for example {@code /s}, {@code ms}, {@code MB}, {@code x}; empty for a count
 */
public record Figure(String id, String what, double value, String unit, Optional<Goal> goal) {
    public static Figure of(String id, String what, double value, String unit) {
        return new Figure(id, what, value, unit, Optional.empty());
    }

    public Figure with(Goal wanted) {
        return new Figure(id, what, value, unit, Optional.of(wanted));
    }

    String measured() {
        return Numbers.text(value, unit);
    }

    String wanted() {
        return goal.map(wanted -> wanted.text(unit)).orElse("");
    }

    /** Met or missed; empty where nothing was wanted. */
    String verdict() {
        return goal.map(wanted -> wanted.isMetBy(value) ? "met" : "**missed**").orElse("");
    }
}
