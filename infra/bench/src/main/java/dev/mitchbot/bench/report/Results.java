package dev.mitchbot.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was measured last, part by part: kept in {@code target/bench/results.json}, shown in the page and its plot. */
public final class Results {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** As on the page. */
    private static final List<String> ORDER = List.of("ledger", "wait", "start", "growth");

    private record Content(List<Part> parts) {}

    private final Path file;
    private final Path docs;
    private final List<Part> parts;

    private Results(Path file, Path docs, List<Part> parts) {
        this.file = file;
        this.docs = docs;
        this.parts = parts;
    }

    /** Those of earlier runs in this working copy. */
    public static Results in(Path home) {
        Path file = home.resolve("target/bench/results.json");
        try {
            List<Part> known = Files.exists(file)
                    ? MAPPER.readValue(Files.readString(file), Content.class).parts()
                    : List.of();
            return new Results(file, home.resolve("docs"), new ArrayList<>(known));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces what an earlier run had for this part, and shows it everywhere. */
    public void take(Part part, PrintStream terminal) {
        parts.removeIf(known -> known.name().equals(part.name()));
        parts.add(part);
        parts.sort(Comparator.comparingInt(known -> ORDER.indexOf(known.name())));
        write();
        new Page(docs.resolve("performance.md")).take(part);
        terminal.printf("%n%s%n%n%s%n%n", part.title(), Table.of(part));
        part.notes().forEach(note -> terminal.println("- " + note));
    }

    private void write() {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, MAPPER.writeValueAsString(new Content(parts)));
            Plot.of(parts).write(docs.resolve("images/performance.svg"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
