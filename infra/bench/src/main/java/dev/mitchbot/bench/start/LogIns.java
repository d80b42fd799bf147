package dev.mitchbot.bench.start;

import dev.mitchbot.bench.report.Figure;
import dev.mitchbot.bench.report.Goal;
import dev.mitchbot.infra.stack.Stack;
import dev.mitchbot.infra.stack.visit.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/** How long an owner waits for the dashboard's first page: to Keycloak, in by its form, and back. */
final class LogIns {
    private static final String OWNER = "alice";

    private LogIns() {}

    /** @param times as many log-ins warm the dashboard up, and as many are measured then */
    static List<Figure> measure(Stack stack, int times) {
        String dashboard = stack.url("dashboard-1");
        double first = one(dashboard);
        for (int i = 1; i < times; i++) {
            one(dashboard);
        }
        double[] warm = IntStream.range(0, times)
                .mapToDouble(_ -> one(dashboard))
                .sorted()
                .toArray();
        return List.of(
                Figure.of("dashboard.login", "Log-in to the dashboard's first page", warm[times / 2], "ms")
                        .with(Goal.atMost(1_000)),
                Figure.of("dashboard.login.slowest", "… the slowest", warm[times - 1], "ms"),
                Figure.of("dashboard.login.first", "… the first after the start", first, "ms"));
    }

    private static double one(String dashboardUrl) {
        try (var browser = new Browser(dashboardUrl, OWNER)) {
            long began = System.nanoTime();
            browser.open("/");
            return (System.nanoTime() - began) / 1e6;
        } catch (IOException e) {
            throw new UncheckedIOException("the dashboard lets nobody in", e);
        }
    }
}
