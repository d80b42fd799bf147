package dev.mitchbot.chaos.check;

import dev.mitchbot.chaos.plan.Plan;
import java.time.Duration;
import java.util.List;

/** After the last fault every process works, without anybody's help. */
record EverythingCameBack() implements Check {
    /** Longer than anything that a process has lost takes to be noticed. */
    private static final Duration WITHIN = Duration.ofSeconds(10);

    @Override
    public String promise() {
        return "Every process works again by itself";
    }

    @Override
    public List<Violation> violations(Evidence evidence) {
        return Plan.PROCESSES.stream()
                .filter(process ->
                        !evidence.stage().becomes(WITHIN, () -> evidence.stage().works(process)))
                .map(process -> Violation.of(this, process + " does not work"))
                .toList();
    }
}
