package dev.mitchbot.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** When, on which machine and with which version something was measured. */
public record Surroundings(
        String date, int cores, long memoryGigabytes, String processor, String system, String commit) {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    public static Surroundings of(Path home) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Surroundings(
                Instant.now().truncatedTo(ChronoUnit.MINUTES).toString(),
                system.getAvailableProcessors(),
                Math.round(system.getTotalMemorySize() / (double) (1 << 30)),
                processorName(),
                system.getName() + " " + system.getVersion() + ", Java "
                        + Runtime.version().feature(),
                commit(home));
    }

    String line() {
        return "%s, commit %s, %d cores (%s), %d GiB, %s"
                .formatted(date, commit, cores, processor, memoryGigabytes, system);
    }

    private static String processorName() {
        try (var lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException _) {
            return System.getProperty("os.arch");
        }
    }

    /** A commit with changes on top is marked so: nobody could build that again. What a run itself writes is no change. */
    private static String commit(Path home) {
        String commit = git(home, "rev-parse", "--short", "HEAD");
        String changes = git(home, "status", "--porcelain", "--untracked-files=no", "--", ".", ":!docs");
        return commit.isEmpty() ? "unknown" : changes.isEmpty() ? commit : commit + " with changes";
    }

    /** What git says; nothing where there is no git or no repository. */
    private static String git(Path home, String... arguments) {
        try {
            Process git = new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(arguments))
                            .toList())
                    .directory(home.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? said : "";
        } catch (IOException _) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
