package dev.mitchbot.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Bars of what was measured, readable on light and dark pages. */
final class Plot {
    private static final int WIDTH = 850;
    private static final int LABELS = 390;
    private static final int BARS = 340;
    private static final int ROW = 26;
    private static final int HEADING = 44;
    private static final String STYLE = """
            text { font: 14px system-ui, sans-serif; fill: #1f2328 }
            .title { font-weight: 600 }
            .other { fill: #8c959f } .ours { fill: #0969da } .goal { stroke: #cf222e; stroke-width: 2 }
            @media (prefers-color-scheme: dark) {
              text { fill: #e6edf3 } .other { fill: #6e7681 } .ours { fill: #4493f8 } .goal { stroke: #f85149 }
            }
            """;

    private final StringBuilder body = new StringBuilder();
    private int y;

    private Plot() {}

    static Plot of(List<Part> parts) {
        Plot plot = new Plot();
        parts.forEach(plot::add);
        return plot;
    }

    private void add(Part part) {
        for (String unit : part.figures().stream().map(Figure::unit).distinct().toList()) {
            List<Figure> alike = part.figures().stream()
                    .filter(figure -> figure.unit().equals(unit) && !unit.isEmpty() && !unit.equals("x"))
                    .toList();
            if (alike.size() > 1) {
                add(part.title(), unit, alike);
            }
        }
    }

    private void add(String title, String unit, List<Figure> figures) {
        y += HEADING;
        body.append("<text class=\"title\" x=\"8\" y=\"%d\">%s, %s</text>%n"
                .formatted(y - 16, escaped(title), words(unit)));
        double most = figures.stream()
                .mapToDouble(figure ->
                        Math.max(figure.value(), figure.goal().map(Goal::bound).orElse(0.0)))
                .max()
                .orElse(1);
        figures.forEach(figure -> add(figure, most));
    }

    private void add(Figure figure, double most) {
        double length = BARS * figure.value() / most;
        body.append("<text x=\"8\" y=\"%d\">%s</text>%n".formatted(y + 17, escaped(figure.what())));
        body.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"18\" rx=\"2\"/>%n",
                figure.id().startsWith("usual") ? "other" : "ours",
                LABELS,
                y + 3,
                Math.max(1, length)));
        figure.goal().ifPresent(goal -> {
            double x = LABELS + BARS * goal.bound() / most;
            body.append(String.format(
                    Locale.ROOT,
                    "<line class=\"goal\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\"/>%n",
                    x,
                    y,
                    y + 24));
        });
        double end = LABELS
                + Math.max(
                        length,
                        figure.goal().map(goal -> BARS * goal.bound() / most).orElse(0.0));
        body.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%d\">%s</text>%n", end + 8, y + 17, escaped(figure.measured())));
        y += ROW;
    }

    private static String words(String unit) {
        return unit.equals("/s") ? "a second" : unit;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img">
                <title>Figures of ./mitchbot bench; a red line is the goal</title>
                <style>
                %3$s</style>
                %4$s</svg>
                """.formatted(WIDTH, y + 12, STYLE, body));
    }
}
