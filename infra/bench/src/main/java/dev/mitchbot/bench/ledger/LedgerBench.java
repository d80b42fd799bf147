package dev.mitchbot.bench.ledger;

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
import org.HdrHistogram.Histogram;

/** Commands from Kafka through the ledger to their replies on Kafka, beside the same gift the usual way. */
public final class LedgerBench {
    private final Options options;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private LedgerBench(Options options) {
        this.options = options;
    }

    public static Part measure(Options options) {
        return new LedgerBench(options).run();
    }

    private Part run() {
        try (Stack stack = MeasuredStack.start(options, List.of(Service.ECONOMY))) {
            notes.add("PostgreSQL says " + MeasuredStack.requireDurable(stack)
                    + "; every producer waits for acks=all; broker, database, service and load share the machine.");
            double usual = theUsualWay(stack);
            try (Load load = new Load(stack.bootstrapServers())) {
                mitchbot(stack, load, "spread", "100 guilds of 1,000", new Community(0, 100, 1_000));
                compare(usual);
                mitchbot(stack, load, "single", "one guild of 100,000", new Community(1, 1, 100_000));
                notes.add(Audit.of(stack, load));
            }
        }
        return new Part(
                "ledger", "Commands through the ledger", Surroundings.of(options.home()), figures, List.copyOf(notes));
    }

    /** Returns the fastest of its forms. */
    private void usual(String id, String what, double rate) {
        figures.add(Figure.of("usual." + id, what, rate, "/s"));
    }

    private double theUsualWay(Stack stack) {
        UsualWay usual = UsualWay.prepare(stack);
        PgBench pgbench = new PgBench(usual);
        var simple = pgbench.giftsPerSecond(PgBench.Protocol.SIMPLE, options.measured());
        simple.ifPresent(rate -> usual("simple", "Usual way, pgbench simple", rate));
        MeasuredStack.settle(stack);
        var prepared = pgbench.giftsPerSecond(PgBench.Protocol.PREPARED, options.measured());
        prepared.ifPresent(rate -> usual("prepared", "Usual way, pgbench prepared", rate));
        if (prepared.isEmpty()) {
            notes.add("pgbench is not installed: its rows are missing.");
        }
        MeasuredStack.settle(stack);
        try (OneByOne client = new OneByOne(usual)) {
            double rate = client.giftsPerSecond(shortWarmUp(), options.measured());
            usual("vertx", "Usual way, Vert.x, 16 connections", rate);
            usual.requireRight();
            return rate;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void mitchbot(Stack stack, Load load, String id, String what, Community community) {
        load.take(Mix.of(community));
        WarmUp warmUp = WarmUp.run(options.warmUp(), load::saturate);
        MeasuredStack.settle(stack);
        ProcessorTime atFullSpeed = ProcessorTime.from(stack);
        double rate = load.saturate(options.measured());
        String full = atFullSpeed.shares();
        load.settle();
        Figure throughput = Figure.of(id + ".throughput", "Mitchbot, " + what, rate, "/s");
        figures.add(id.equals("spread") ? throughput.with(Goal.atLeast(20_000)) : throughput);
        ProcessorTime atHalfSpeed = ProcessorTime.from(stack);
        Histogram waits = load.pace(rate / 2, shortWarmUp(), options.measured());
        notes.add("With %s: %s; processors in use at full speed: %s; at half of it: %s."
                .formatted(what, warmUp, full, atHalfSpeed.shares()));
        figures.add(wait(id + ".p50", "Wait at half of that, " + what + ", p50", waits, 50));
        figures.add(wait(id + ".p99", "… p99", waits, 99).with(Goal.atMost(50)));
        figures.add(wait(id + ".p999", "… p99.9", waits, 99.9));
    }

    /** For what has no code that gets faster, or is warm. */
    private Duration shortWarmUp() {
        return options.warmUp().dividedBy(4);
    }

    private static Figure wait(String id, String what, Histogram micros, double percentile) {
        return Figure.of(id, what, micros.getValueAtPercentile(percentile) / 1e3, "ms");
    }

    private void compare(double vertx) {
        double ours = value("spread.throughput");
        ratio("simple", "Mitchbot to pgbench simple", ours, 6);
        ratio("prepared", "Mitchbot to pgbench prepared", ours, 4);
        figures.add(Figure.of("ratio.vertx", "Mitchbot to Vert.x one by one", ours / vertx, "x"));
    }

    private void ratio(String usual, String what, double ours, double wanted) {
        double theirs = value("usual." + usual);
        if (theirs > 0) {
            figures.add(Figure.of("ratio." + usual, what, ours / theirs, "x").with(Goal.atLeast(wanted)));
        }
    }

    private double value(String id) {
        return figures.stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .map(Figure::value)
                .orElse(0.0);
    }
}
