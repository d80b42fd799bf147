package dev.mitchbot.bench.machine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A load that runs until it gets no faster. The services compile their code while they work, and that takes minutes where
 * two processors do everything.
 *
 * @param window how long the load ran before its rate was looked at
 * @param rates what each window brought, a second
 */
public record WarmUp(Duration window, List<Double> rates) {
    private static final int WINDOWS_LEAST = 2;
    private static final int WINDOWS_MOST = 30;
    private static final double FASTER = 1.03;
    private static final int PATIENCE = 3;

    /**
     * @param least how long at any rate; at most fifteen times as long
     * @param load runs for so long, and tells how much it did a second
     */
    public static WarmUp run(Duration least, ToDoubleFunction<Duration> load) {
        Duration window = least.dividedBy(WINDOWS_LEAST);
        List<Double> rates = new ArrayList<>();
        double best = 0;
        int slower = 0;
        while (rates.size() < WINDOWS_LEAST || slower < PATIENCE && rates.size() < WINDOWS_MOST) {
            double rate = load.applyAsDouble(window);
            slower = rate > best * FASTER ? 0 : slower + 1;
            best = Math.max(best, rate);
            rates.add(rate);
        }
        return new WarmUp(window, List.copyOf(rates));
    }

    /** For example {@code warmed up in windows of 10 s: 90 – 240 – 470 a second}. */
    @Override
    public String toString() {
        return "warmed up in windows of %d s: %s a second"
                .formatted(
                        Math.max(1, window.toSeconds()),
                        rates.stream().map("%,.0f"::formatted).collect(Collectors.joining(" – ")));
    }
}
