package dev.mitchbot.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a process holds in memory, as Linux counts it. */
public final class Memory {
    private Memory() {}

    /** Resident pages of one process, those that it shares with others too. */
    public static double resident(long pid) {
        return kilobytes(pid, "Rss:") / 1024.0;
    }

    /** Resident pages of a process and its children, of a shared page only a share. */
    public static double family(long pid) {
        return ProcessHandle.of(pid).stream()
                        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                        .mapToLong(process -> kilobytes(process.pid(), "Pss:"))
                        .sum()
                / 1024.0;
    }

    private static long kilobytes(long pid, String field) {
        try (var lines = Files.lines(Path.of("/proc", "" + pid, "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException("only Linux tells what a process holds", e);
        }
    }
}
