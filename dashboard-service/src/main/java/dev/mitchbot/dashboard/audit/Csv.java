package dev.mitchbot.dashboard.audit;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of comma-separated values (RFC 4180), with every value quoted. */
final class Csv {
    /** What a spreadsheet would take for a formula. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");

    private Csv() {}

    static String line(List<String> values) {
        return values.stream().map(Csv::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String value) {
        String harmless = FORMULA.matcher(value).find() ? "'" + value : value;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
