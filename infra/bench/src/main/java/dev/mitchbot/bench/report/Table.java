package dev.mitchbot.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A part's figures as a table that reads the same in a terminal and in Markdown. */
final class Table {
    private Table() {}

    static String of(Part part) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("", "Measured", "Goal", ""));
        part.figures()
                .forEach(figure ->
                        rows.add(List.of(figure.what(), figure.measured(), figure.wanted(), figure.verdict())));
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        rows.add(
                1,
                List.of(
                        "-".repeat(widths[0]),
                        "-".repeat(widths[1] - 1) + ":",
                        "-".repeat(widths[2] - 1) + ":",
                        "-".repeat(widths[3])));
        return String.join("\n", rows.stream().map(row -> line(row, widths)).toList());
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder("|");
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            String gap = " ".repeat(widths[column] - cell.length());
            boolean number = column == 1 || column == 2;
            line.append(' ').append(number ? gap + cell : cell + gap).append(" |");
        }
        return line.toString();
    }
}
