package dev.mitchbot.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

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

    /** A commit with changes on top is marked so: nobody could build that again. */
    private static String commit(Path home) {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--exclude=*")
                    .directory(home.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String described = new String(git.getInputStream().readAllBytes()).strip();
            return git.waitFor() == 0 ? described : "unknown";
        } catch (IOException _) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
