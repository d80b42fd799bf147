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
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The same commands on ledgers that have grown: what a past of any length may cost. */
public final class GrowthBench {
    private static final int GUILDS = 100;
    private static final int ENTRIES_PER_WALLET = 10;
    private static final List<Integer> SMALLER = List.of(1_000, 100_000);
    private static final Goal WANTED = Goal.atMost(1.2);

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
        try (Stack stack = MeasuredStack.startForGrowth(options, List.of(Service.ECONOMY))) {
            notes.add("PostgreSQL keeps " + MeasuredStack.single(stack, "show shared_buffers")
                    + " of its databases in its own memory; " + MeasuredStack.requireDurable(stack) + ".");
            for (int number = 0; number < sizes.size(); number++) {
                if (number > 0) {
                    restart(stack);
                }
                int wallets = sizes.get(number);
                measure(stack, new Community(number, GUILDS, wallets / GUILDS), wallets);
            }
        }
        for (int wallets : sizes.subList(1, sizes.size())) {
            compare("commands", "Cost of a command", sizes.getFirst(), wallets);
            compare("first", "Cost of a leaderboard's first page", sizes.getFirst(), wallets);
            compare("journal", "Cost of a ledger's first page", sizes.getFirst(), wallets);
        }
        return new Part("growth", "Growth", Surroundings.of(options.home()), figures, List.copyOf(notes));
    }

    private void compare(String id, String what, int smaller, int larger) {
        figures.add(Figure.of(
                        "cost." + id + "." + larger,
                        "%s, %,d wallets to %,d".formatted(what, larger, smaller),
                        value(id + "." + smaller) / value(id + "." + larger),
                        "x")
                .with(WANTED));
    }

    /** So that no code is warmer than it was for the smaller one before; what PostgreSQL caches comes with the filling. */
    private static void restart(Stack stack) {
        List<String> processes = List.of("kafka", "economy-1");
        processes.reversed().forEach(name -> stack.server(name).stop());
        processes.forEach(name -> stack.server(name).restart());
    }

    private void measure(Stack stack, Community community, int wallets) {
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
            leaderboards(load, new Pages(stack, community), wallets);
            journals(stack, community, wallets);
            notes.add(what + ". " + Audit.of(stack, load));
        }
    }

    private void leaderboards(Load load, Pages pages, int wallets) {
        double first = pages(load, pages.first());
        figures.add(Figure.of("first." + wallets, "First pages of leaderboards", first, "/s"));
        if (pages.isDeep()) {
            thousandth("deep", "leaderboards", wallets, first, pages(load, pages.thousandth()));
        }
    }

    private double pages(Load load, List<Order> orders) {
        load.take(orders);
        load.saturate(pagesWarmUp());
        double rate = load.saturate(pagesMeasured());
        load.settle();
        return rate;
    }

    private void journals(Stack stack, Community community, int wallets) {
        try (var journals = new Journals(stack, community)) {
            double first = pages(journals, journals.first());
            figures.add(Figure.of("journal." + wallets, "First pages of ledgers, through REST", first, "/s"));
            List<URI> thousandth = journals.thousandth();
            if (!thousandth.isEmpty()) {
                thousandth("journal.deep", "ledgers", wallets, first, pages(journals, thousandth));
            }
        }
    }

    private double pages(Journals journals, List<URI> pages) {
        journals.read(pages, pagesWarmUp());
        return journals.read(pages, pagesMeasured());
    }

    /** The services are warm; there are four kinds of pages, and none of them changes anything. */
    private Duration pagesMeasured() {
        return options.measured().dividedBy(3);
    }

    private Duration pagesWarmUp() {
        return pagesMeasured().dividedBy(2);
    }

    private void thousandth(String id, String what, int wallets, double first, double deep) {
        figures.add(Figure.of(id + "." + wallets, "Thousandth pages of " + what, deep, "/s"));
        figures.add(Figure.of(
                        id + ".cost." + wallets,
                        "Cost of the thousandth page of " + what + " to the first",
                        first / deep,
                        "x")
                .with(WANTED));
    }

    private double value(String id) {
        return figures.stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .map(Figure::value)
                .orElseThrow();
    }
}
