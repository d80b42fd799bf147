package dev.mitchbot.infra.stack;

import com.sun.management.OperatingSystemMXBean;
import dev.mitchbot.infra.servers.Ports;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the stack asks of the machine before it starts anything. */
final class Machine {
    private static final Path MEMORY = Path.of("/proc/meminfo");
    /** One of each at rest holds 2.2 GB; the rest is for work. */
    private static final int NEEDED_MEGABYTES = 3_072;

    private Machine() {}

    static void checkMemory(Settings settings) {
        checkMemory(settings, availableMegabytes());
    }

    static void checkMemory(Settings settings, long available) {
        int needed = settings.number(Settings.MIN_MEMORY, NEEDED_MEGABYTES);
        if (available < needed) {
            throw new Refusal("Mitchbot needs " + needed + " MB of free memory and there are " + available
                    + " MB; close something, or set " + Settings.MIN_MEMORY + " lower and take the risk.");
        }
    }

    static void checkPorts(Plan plan) {
        plan.portSettings().forEach((port, setting) -> {
            if (!Ports.isFree(port)) {
                throw new Refusal("Port " + port + " is taken by another program; stop it"
                        + (plan.isSettled(setting)
                                ? ": since the first start log-in knows the dashboard by its port."
                                : ", or choose another port with " + setting + "."));
            }
        });
    }

    private static long availableMegabytes() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long total = system.getTotalMemorySize() >> 20;
        return Files.isReadable(MEMORY) ? Math.min(total, availableBySystem()) : total;
    }

    private static long availableBySystem() {
        try (var lines = Files.lines(MEMORY)) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        } catch (IOException _) {
            return Long.MAX_VALUE;
        }
    }
}
