package dev.mitchbot.simulator.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are active now, at most {@value #MAX_ACTIVE} at once. */
public final class Faults {
    public static final int MAX_ACTIVE = 100;

    private final List<Fault> active = new ArrayList<>();

    /** Adds a fault; false when there are too many. */
    public boolean add(
            Fault.Kind kind, Optional<String> route, double probability, long delayMs, Optional<Long> seconds) {
        removeEnded();
        if (active.size() == MAX_ACTIVE) {
            return false;
        }
        long until = seconds.map(length -> System.currentTimeMillis() + length * 1_000)
                .orElse(Long.MAX_VALUE);
        active.add(new Fault(kind, route.map(Fault::routePattern), probability, delayMs, until));
        return true;
    }

    public void clear() {
        active.clear();
    }

    /** The fault of this kind that strikes now, if any; the subject is a path or an event type. */
    public Optional<Fault> striking(Fault.Kind kind, String subject) {
        if (active.isEmpty()) {
            return Optional.empty();
        }
        removeEnded();
        return active.stream()
                .filter(fault -> fault.kind() == kind && fault.strikes(subject))
                .findFirst();
    }

    private void removeEnded() {
        long now = System.currentTimeMillis();
        active.removeIf(fault -> fault.isOver(now));
    }
}
