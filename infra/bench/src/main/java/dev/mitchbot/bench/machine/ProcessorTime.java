package dev.mitchbot.bench.machine;

import dev.mitchbot.infra.stack.Stack;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much processor time each process of the stack has used, the load's own under {@code load}. */
public final class ProcessorTime {
    private final Stack stack;
    private final long beganNanos = System.nanoTime();
    private final Map<String, Duration> before;

    private ProcessorTime(Stack stack) {
        this.stack = stack;
        this.before = used(stack);
    }

    public static ProcessorTime from(Stack stack) {
        return new ProcessorTime(stack);
    }

    /** Each process's share since the beginning, in processors, for example {@code kafka 0.41, postgres 0.62}. */
    public String shares() {
        double seconds = (System.nanoTime() - beganNanos) / 1e9;
        return used(stack).entrySet().stream()
                .map(now -> "%s %.2f"
                        .formatted(
                                now.getKey(),
                                now.getValue()
                                                .minus(before.getOrDefault(now.getKey(), Duration.ZERO))
                                                .toMillis()
                                        / 1e3
                                        / seconds))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Duration> used(Stack stack) {
        var used = new LinkedHashMap<String, Duration>();
        stack.names().forEach(name -> used.put(name, used(stack.server(name).pid())));
        used.put("load", used(ProcessHandle.current()));
        return used;
    }

    /** A process with its children: PostgreSQL works in those. */
    private static Duration used(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(ProcessorTime::used)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
