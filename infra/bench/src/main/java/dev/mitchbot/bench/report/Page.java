package dev.mitchbot.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code docs/performance.md}: tables between markers, in a page that is written by hand. */
record Page(Path file) {
    void take(Part part) {
        try {
            if (Files.exists(file)) {
                Files.writeString(file, replaced(Files.readString(file), part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String replaced(String page, Part part) {
        String begin = "<!-- bench:" + part.name() + " -->\n";
        String end = "<!-- /bench:" + part.name() + " -->";
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException("docs/performance.md has no place for " + part.name());
        }
        return page.substring(0, from + begin.length()) + text(part) + page.substring(to);
    }

    private static String text(Part part) {
        var text = new StringBuilder("\n").append(Table.of(part)).append("\n\n");
        part.notes().forEach(note -> text.append("- ").append(note).append('\n'));
        return text.append("\nMeasured ")
                .append(part.surroundings().line())
                .append(".\n\n")
                .toString();
    }
}
