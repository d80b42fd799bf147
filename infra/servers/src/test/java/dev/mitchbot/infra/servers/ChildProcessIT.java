package dev.mitchbot.infra.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessIT {
    private static final int TIMES = 20;

    @TempDir
    Path folder;

    @Test
    void nothingMovesOnceAProcessIsFrozen() throws Exception {
        Path file = folder.resolve("counts");
        try (ChildProcess counting = ChildProcess.start(counting(file))) {
            Eventually.holds(() -> allCount(file));
            for (int i = 0; i < TIMES; i++) {
                counting.freeze();
                List<Long> frozen = counts(file);
                Thread.sleep(10);
                assertThat(counts(file)).isEqualTo(frozen);
                counting.resume();
                Eventually.holds(() -> !counts(file).equals(frozen));
            }
        }
    }

    @Test
    void whatRunsNicelyLeavesTheProcessorsToOthers() throws Exception {
        var command = new ChildProcess.Command(
                "nice",
                List.of("sh", "-c", "cat /proc/$$/autogroup; echo own $(nice), all told"),
                Map.of(),
                folder.resolve("log"));
        String nicely = saidBy(command.nicely());
        assertThat(nicely).contains("own " + (niceness(saidBy(command)) + 5) + ",");
        if (Files.exists(Path.of("/proc/self/autogroup"))) {
            assertThat(nicely).containsPattern("/autogroup-\\d+ nice 5\n");
        }
    }

    private static String saidBy(ChildProcess.Command command) {
        try (ChildProcess process = ChildProcess.start(command)) {
            Eventually.holds(() -> process.output().contains("all told"));
            return process.output();
        }
    }

    private static int niceness(String said) {
        return Integer.parseInt(said.replaceAll("(?s).*own (\\d+),.*", "$1"));
    }

    private ChildProcess.Command counting(Path file) {
        String java = ProcessHandle.current().info().command().orElseThrow();
        var arguments =
                List.of(java, "-cp", System.getProperty("java.class.path"), Counting.class.getName(), file.toString());
        return new ChildProcess.Command("counting", arguments, Map.of(), folder.resolve("log"));
    }

    private static boolean allCount(Path file) {
        List<Long> counts = counts(file);
        return counts.size() == Counting.THREADS && !counts.contains(0L);
    }

    private static List<Long> counts(Path file) {
        try {
            var counts = ByteBuffer.wrap(Files.readAllBytes(file)).asLongBuffer();
            return LongStream.generate(counts::get)
                    .limit(counts.remaining())
                    .boxed()
                    .toList();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
