package dev.mitchbot.chaos.plan;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** All faults of a run; the same seed makes the same ones. A deck of all kinds is dealt before it is shuffled again. */
public record Plan(List<PlannedFault> faults) {
    /** Guilds that the load plays in; some faults pick one. */
    public static final int GUILDS = 8;

    /** Whatever can be killed and frozen, and has to work in the end. */
    public static final List<String> PROCESSES = List.of(
            "economy-1", "games-1", "moderation-1", "dashboard-1", "gateway-1", "gateway-2", "kafka", "postgres");

    private static final List<String> JVMS_OF_OURS =
            List.of("economy-1", "games-1", "moderation-1", "dashboard-1", "gateway-1", "gateway-2");
    private static final int SHORTEST_GAP_MS = 4_000;
    private static final int LONGEST_GAP_MS = 14_000;
    private static final int LONGEST_FREEZE_MS = 30_000;

    public Plan {
        faults = List.copyOf(faults);
    }

    public static Plan of(long seed, Duration time) {
        var random = new Random(seed);
        var faults = new ArrayList<PlannedFault>();
        Deque<FaultKind> deck = new ArrayDeque<>();
        Duration at = gap(random);
        while (at.compareTo(time) < 0) {
            if (deck.isEmpty()) {
                deck = shuffled(random);
            }
            faults.add(fault(faults.size() + 1, at, deck.pop(), random));
            at = at.plus(gap(random));
        }
        return new Plan(faults);
    }

    private static Duration gap(Random random) {
        return millis(random, SHORTEST_GAP_MS, LONGEST_GAP_MS);
    }

    private static Deque<FaultKind> shuffled(Random random) {
        var deck = new ArrayList<FaultKind>();
        for (FaultKind kind : FaultKind.values()) {
            deck.addAll(Collections.nCopies(kind.share(), kind));
        }
        Collections.shuffle(deck, random);
        return new ArrayDeque<>(deck);
    }

    private static PlannedFault fault(int number, Duration at, FaultKind kind, Random random) {
        String target =
                switch (kind) {
                    case KILL, FREEZE -> one(PROCESSES, random);
                    case CLOCK -> one(JVMS_OF_OURS, random);
                    case HELD_LOCKS -> "guild " + random.nextInt(GUILDS);
                    case GUEST -> random.nextBoolean() ? "leaving politely" : "leaving by kill -9";
                    case DISCONNECT, DUPLICATE, REORDER, POISON, SLOW_DATABASE -> "";
                };
        Duration lasts =
                switch (kind) {
                    case KILL, DISCONNECT, POISON -> Duration.ZERO;
                    case FREEZE -> millis(random, 500, LONGEST_FREEZE_MS);
                    case DUPLICATE, SLOW_DATABASE -> millis(random, 5_000, 20_000);
                    case REORDER -> millis(random, 1_000, 4_000);
                    case HELD_LOCKS -> millis(random, 1_000, 8_000);
                    case GUEST, CLOCK -> millis(random, 10_000, 30_000);
                };
        return new PlannedFault(number, at, kind, target, lasts, random.nextLong());
    }

    private static String one(List<String> names, Random random) {
        return names.get(random.nextInt(names.size()));
    }

    private static Duration millis(Random random, int from, int to) {
        return Duration.ofMillis(random.nextInt(from, to + 1));
    }
}
