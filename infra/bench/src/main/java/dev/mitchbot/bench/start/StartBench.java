package dev.mitchbot.bench.start;

import dev.mitchbot.bench.Options;
import dev.mitchbot.bench.machine.MeasuredStack;
import dev.mitchbot.bench.machine.Memory;
import dev.mitchbot.bench.report.Figure;
import dev.mitchbot.bench.report.Goal;
import dev.mitchbot.bench.report.Part;
import dev.mitchbot.bench.report.Surroundings;
import dev.mitchbot.infra.stack.Service;
import dev.mitchbot.infra.stack.ServiceProcess;
import dev.mitchbot.infra.stack.Stack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** How long everything takes to get ready the first time, each process afterwards, alone, and what it holds at rest. */
public final class StartBench {
    private static final long LOOK_EVERY_NANOS = 10_000_000;

    private StartBench() {}

    public static Part measure(Options options) {
        List<Figure> figures = new ArrayList<>();
        long began = System.nanoTime();
        try (Stack stack = MeasuredStack.startAll(options)) {
            figures.add(Figure.of("all.start", "Everything, first start to ready", seconds(began), "s")
                    .with(Goal.atMost(60)));
            List<Figure> logIns = LogIns.measure(stack, times(options));
            for (String name : stack.names()) {
                figures.add(started(stack, name, options.starts()));
            }
            LockSupport.parkNanos(options.warmUp().toNanos());
            List<Figure> held =
                    stack.names().stream().map(name -> held(stack, name)).toList();
            figures.addAll(held);
            figures.add(Figure.of("all.memory", "Everything, memory at rest", sum(held), "MB")
                    .with(Goal.atMost(3_072)));
            figures.addAll(logIns);
        }
        return new Part(
                "start",
                "Start and size",
                Surroundings.of(options.home()),
                figures,
                List.of(
                        "Everything: PostgreSQL, Kafka, Keycloak, the simulator and one of each service, at once, on empty data.",
                        "Start: median of %d, the process alone, on data that is there, the others ready and idle."
                                .formatted(options.starts()),
                        "Memory: resident, %d s after the last start; PostgreSQL with its children, pages that they share counted once."
                                .formatted(options.warmUp().toSeconds()),
                        "Log-in: from asking for the dashboard without a session, through Keycloak's form, to the first page in full; median of %d after as many, without a browser's own work."
                                .formatted(times(options))));
    }

    private static Figure started(Stack stack, String name, int starts) {
        double[] seconds = new double[starts];
        for (int i = 0; i < starts; i++) {
            stack.server(name).stop();
            long began = System.nanoTime();
            start(stack, name);
            seconds[i] = seconds(began);
        }
        Arrays.sort(seconds);
        Figure figure = Figure.of(name + ".start", name + ", start to ready", seconds[starts / 2], "s");
        return isService(name) ? figure.with(Goal.atMost(2)) : figure;
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static double sum(List<Figure> figures) {
        return figures.stream().mapToDouble(Figure::value).sum();
    }

    private static void start(Stack stack, String name) {
        if (stack.server(name) instanceof ServiceProcess service) {
            service.launch();
            while (!service.isReady()) {
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
        } else {
            stack.server(name).restart();
        }
    }

    private static Figure held(Stack stack, String name) {
        long pid = stack.server(name).pid();
        double megabytes = name.equals("postgres") ? Memory.family(pid) : Memory.resident(pid);
        Figure figure = Figure.of(name + ".memory", name + ", memory at rest", megabytes, "MB");
        return isService(name) ? figure.with(Goal.atMost(250)) : figure;
    }

    private static int times(Options options) {
        return 5 * options.starts();
    }

    private static boolean isService(String name) {
        return Service.ALL.stream()
                .anyMatch(service -> service != Service.SIMULATOR && name.startsWith(service.name() + "-"));
    }
}
