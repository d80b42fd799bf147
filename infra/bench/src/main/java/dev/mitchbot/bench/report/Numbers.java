package dev.mitchbot.bench.report;

import java.util.Locale;

/** Numbers as people read them: three digits that matter, large ones in groups. */
final class Numbers {
    private Numbers() {}

    static String text(double value, String unit) {
        String number = digits(value);
        return switch (unit) {
            case "" -> number;
            case "x" -> number + "×";
            case "/s" -> number + "/s";
            default -> number + " " + unit;
        };
    }

    private static String digits(double value) {
        if (value == Math.rint(value) || Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }
}
