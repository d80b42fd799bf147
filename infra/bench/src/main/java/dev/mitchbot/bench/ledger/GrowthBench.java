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

/** The same commands on ledgers that have grown: what a past of any length may cost. */
public final class GrowthBench {
    private static final int GUILDS = 100;
    private static final int ENTRIES_PER_WALLET = 10;
    private static final List<Integer> SMALLER = List.of(1_000, 100_000);
    private static final Duration PAGES_WARM_UP = Duration.ofSeconds(5);
    private static final Duration PAGES_MEASURED = Duration.ofSeconds(10);

    private final Options options;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private GrowthBench(Options options) {
        this.options = options;
    }

    public static Part measure(Options options) {
        return new GrowthBench(options).run();
    }

    private Part run() {
        List<Integer> sizes = new ArrayList<>(SMALLER);
        sizes.removeIf(wallets -> wallets >= options.wallets());
        sizes.add(options.wallets());
        sizes.forEach(this::measure);
        double smallest = figures.getFirst().value();
        sizes.stream()
                .skip(1)
                .forEach(wallets -> figures.add(Figure.of(
                                "cost." + wallets,
                                "Cost of a command, %,d wallets to %,d".formatted(wallets, sizes.getFirst()),
                                smallest / value("commands." + wallets),
                                "x")
                        .with(Goal.atMost(1.2))));
        return new Part("growth", "Growth", Surroundings.of(options.home()), figures, List.copyOf(notes));
    }

    private void measure(int wallets) {
        Community community = new Community(0, GUILDS, wallets / GUILDS);
        try (Stack stack = MeasuredStack.start(options, List.of(Service.ECONOMY))) {
            Filling.fill(stack, community);
            try (Load load = new Load(stack.bootstrapServers())) {
                load.take(Mix.of(community));
                WarmUp warmUp = WarmUp.run(options.warmUp(), load::saturate);
                ProcessorTime processors = ProcessorTime.from(stack);
                double rate = load.saturate(options.measured());
                String what = "%,d wallets, %,d entries".formatted(wallets, (long) wallets * ENTRIES_PER_WALLET);
                notes.add("With %s: %s; processors in use: %s.".formatted(what, warmUp, processors.shares()));
                figures.add(Figure.of("commands." + wallets, "Commands, " + what, rate, "/s"));
                load.settle();
                pages(load, new Pages(stack, community), wallets);
                notes.add(what + ". " + Audit.of(stack, load));
            }
        }
    }

    private void pages(Load load, Pages pages, int wallets) {
        double first = pages(load, pages.first());
        figures.add(Figure.of("first." + wallets, "First pages of leaderboards", first, "/s"));
        if (pages.isDeep()) {
            double deep = pages(load, pages.thousandth());
            figures.add(Figure.of("deep." + wallets, "Thousandth pages of leaderboards", deep, "/s"));
            figures.add(Figure.of("pages." + wallets, "Cost of the thousandth page to the first", first / deep, "x")
                    .with(Goal.atMost(1.2)));
        }
    }

    private static double pages(Load load, List<Order> orders) {
        load.take(orders);
        load.saturate(PAGES_WARM_UP);
        double rate = load.saturate(PAGES_MEASURED);
        load.settle();
        return rate;
    }

    private double value(String id) {
        return figures.stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .map(Figure::value)
                .orElseThrow();
    }
}
