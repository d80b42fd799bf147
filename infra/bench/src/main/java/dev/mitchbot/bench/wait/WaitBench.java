package dev.mitchbot.bench.wait;

import dev.mitchbot.bench.Options;
import dev.mitchbot.bench.machine.MeasuredStack;
import dev.mitchbot.bench.machine.ProcessorTime;
import dev.mitchbot.bench.machine.WarmUp;
import dev.mitchbot.bench.report.Figure;
import dev.mitchbot.bench.report.Goal;
import dev.mitchbot.bench.report.Part;
import dev.mitchbot.bench.report.Surroundings;
import dev.mitchbot.infra.stack.Service;
import dev.mitchbot.infra.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How long a player waits, through the simulated Discord, the real JDA and all services. */
public final class WaitBench {
    /** Nobody acts as fast as these members: the gateway's limit a member would answer instead of the services. */
    private static final Map<String, String> UNHURRIED =
            Map.of("GATEWAY_RATE_LIMIT_BURST", "100000", "GATEWAY_RATE_LIMIT_PER_SECOND", "100000");

    private final Options options;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private WaitBench(Options options) {
        this.options = options;
    }

    public static Part measure(Options options) {
        return new WaitBench(options).run();
    }

    private Part run() {
        try (Stack stack = MeasuredStack.start(options, Service.ALL, Map.of("gateway", UNHURRIED));
                Crowd crowd = new Crowd(stack.simulatorUrl())) {
            crowd.gather();
            measure(stack, crowd, 100);
            measure(stack, crowd, 500);
            long faults = count(stack, "select count(*) from ledger_faults");
            if (faults > 0) {
                throw new IllegalStateException(faults + " faults in the ledger");
            }
            notes.add("In all %,d gifts and %,d settled hands in the ledger, and no fault in its audit."
                    .formatted(movements(stack, "GIFT"), movements(stack, "STAKE_SETTLED")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return new Part("wait", "A player's wait", Surroundings.of(options.home()), figures, List.copyOf(notes));
    }

    private void measure(Stack stack, Crowd crowd, int members) {
        WarmUp warmUp = WarmUp.run(options.warmUp(), time -> rate(crowd.act(members, time), time));
        ProcessorTime processors = ProcessorTime.from(stack);
        Tally tally = crowd.act(members, options.measured());
        notes.add("With %d members: %s; %s; processors in use: %s."
                .formatted(members, warmUp, tally.games(), processors.shares()));
        String id = "members" + members;
        double rate = rate(tally, options.measured());
        boolean usual = members == 100;
        figures.add(Figure.of(id + ".rate", "Interactions answered, %d members at once".formatted(members), rate, "/s")
                .with(Goal.atLeast(1_500)));
        figures.add(Figure.of(id + ".p50", "… p50", tally.milliseconds(50), "ms"));
        Figure slow = Figure.of(id + ".p99", "… p99", tally.milliseconds(99), "ms");
        figures.add(usual ? slow.with(Goal.atMost(250)) : slow);
        Figure atOnce = Figure.of(id + ".at-once", "… answered without deferral", tally.atOnce(), "%");
        figures.add(usual ? atOnce.with(Goal.atLeast(100)) : atOnce);
    }

    private static double rate(Tally tally, Duration time) {
        return tally.answered() / (time.toMillis() / 1e3);
    }

    private static long movements(Stack stack, String reason) {
        return count(stack, "select count(distinct message_id) from entries where reason = '%s'".formatted(reason));
    }

    private static long count(Stack stack, String query) {
        return Long.parseLong(MeasuredStack.single(stack, query));
    }
}
