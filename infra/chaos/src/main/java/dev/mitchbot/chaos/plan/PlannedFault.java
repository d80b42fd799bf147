package dev.mitchbot.chaos.plan;

import java.time.Duration;

/**
 * One fault of a plan.
 *
 * @param at how long after the load has begun
 * @param target a process's name, or what the kind makes of it
 * @param lasts how long; zero for what is over at once
 * @param seed of all that is random in it
 */
public record PlannedFault(int number, Duration at, FaultKind kind, String target, Duration lasts, long seed) {
    @Override
    public String toString() {
        return "#%d %s%s%s"
                .formatted(
                        number,
                        kind.label(),
                        target.isEmpty() ? "" : ": " + target,
                        lasts.isZero() ? "" : " for %.1f s".formatted(lasts.toMillis() / 1e3));
    }
}
