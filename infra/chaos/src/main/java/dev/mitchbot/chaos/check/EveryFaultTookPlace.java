package dev.mitchbot.chaos.check;

import java.util.List;

/** A run proves nothing about what it could not do. A fault that found its target dead is another matter. */
record EveryFaultTookPlace() implements Check {
    @Override
    public String promise() {
        return "Every fault on a living process could be made to happen";
    }

    @Override
    public List<Violation> violations(Evidence evidence) {
        return evidence.failedFaults().stream()
                .map(failed -> Violation.of(this, failed))
                .toList();
    }
}
