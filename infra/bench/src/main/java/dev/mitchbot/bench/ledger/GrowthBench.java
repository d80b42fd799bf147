package dev.mitchbot.bench.ledger;

import dev.mitchbot.bench.Options;
import dev.mitchbot.bench.machine.MachineSpeed;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** The same commands on ledgers that have grown: what a past of any length may cost. */
public final class GrowthBench {
    private static final int GUILDS = 100;
    private static final int ENTRIES_PER_WALLET = 10;
    private static final List<Integer> SMALLER = List.of(1_000, 100_000);
    private static final Goal WANTED = Goal.atMost(1.2);

    private final Options options;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Double> speeds = new LinkedHashMap<>();

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
        notes.add(
                "Costs are compared at the same speed of the machine: while each was measured, a processor hashed (SHA-256, MB in a second of its time) "
                        + String.join(
                                ", ",
                                speeds.values().stream().map("%,.0f"::formatted).toList())
                        + ", in the table's order.");
        return new Part("growth", "Growth", Surroundings.of(options.home()), figures, List.copyOf(notes));
    }

    private void compare(String id, String what, int smaller, int larger) {
        figures.add(Figure.of(
                        "cost." + id + "." + larger,
                        "%s, %,d wallets to %,d".formatted(what, larger, smaller),
                        cost(id + "." + larger, id + "." + smaller),
                        "x")
                .with(WANTED));
    }

    /** What one took of an equally fast machine, as a multiple of what the other did. */
    private double cost(String id, String other) {
        return value(other) / speeds.get(other) / (value(id) / speeds.get(id));
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
            String what = "%,d wallets, %,d entries".formatted(wallets, (long) wallets * ENTRIES_PER_WALLET);
            measured("commands." + wallets, "Commands, " + what, () -> load.saturate(options.measured()));
            notes.add("With %s: %s; processors in use: %s.".formatted(what, warmUp, processors.shares()));
            load.settle();
            leaderboards(load, new Pages(stack, community), wallets);
            journals(stack, community, wallets);
            notes.add(what + ". " + Audit.of(stack, load));
        }
    }

    private void leaderboards(Load load, Pages pages, int wallets) {
        String first = "first." + wallets;
        pages(load, pages.first(), first, "First pages of leaderboards");
        if (pages.isDeep()) {
            String deep = "deep." + wallets;
            pages(load, pages.thousandth(), deep, "Thousandth pages of leaderboards");
            thousandth(deep, first, "leaderboards");
        }
    }

    private void pages(Load load, List<Order> orders, String id, String what) {
        load.take(orders);
        load.saturate(pagesWarmUp());
        measured(id, what, () -> load.saturate(pagesMeasured()));
        load.settle();
    }

    private void journals(Stack stack, Community community, int wallets) {
        try (var journals = new Journals(stack, community)) {
            String first = "journal." + wallets;
            pages(journals, journals.first(), first, "First pages of ledgers, through REST");
            List<URI> thousandth = journals.thousandth();
            if (!thousandth.isEmpty()) {
                String deep = "journal.deep." + wallets;
                pages(journals, thousandth, deep, "Thousandth pages of ledgers");
                thousandth(deep, first, "ledgers");
            }
        }
    }

    private void pages(Journals journals, List<URI> pages, String id, String what) {
        journals.read(pages, pagesWarmUp());
        measured(id, what, () -> journals.read(pages, pagesMeasured()));
    }

    private void measured(String id, String what, DoubleSupplier load) {
        try (MachineSpeed speed = MachineSpeed.watch()) {
            figures.add(Figure.of(id, what, load.getAsDouble(), "/s"));
            speeds.put(id, speed.megabytesPerSecond());
        }
    }

    /** The services are warm; there are four kinds of pages, and none of them changes anything. */
    private Duration pagesMeasured() {
        return options.measured().dividedBy(3);
    }

    private Duration pagesWarmUp() {
        return pagesMeasured().dividedBy(2);
    }

    private void thousandth(String deep, String first, String what) {
        figures.add(Figure.of(
                        "cost." + deep,
                        "Cost of the thousandth page of " + what + " to the first",
                        cost(deep, first),
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
