package dev.mitchbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.e2e.Crowd.Told;
import java.util.List;

/** Whether the gateway bought time, within Discord's three seconds, for what could not be answered in two. */
final class Deferrals {
    /** What is answered this late was deferred, or would have been in a moment. */
    private static final long LATE_MS = 1_900;

    private Deferrals() {}

    /**
     * The gateway comes first where processors are short, but so do other bots' gateways and whatever the launcher has not
     * started: a few may come too late. A gateway that something keeps from deferring misses all there is to defer.
     */
    static void assertInTime(List<Told> told) {
        long missed = told.stream().filter(one -> one.seen().isFailed()).count();
        long late = told.stream()
                .filter(one -> one.seen().acknowledgedAfterMs() >= LATE_MS)
                .count();
        assertThat(missed).as("missed of %d that had to be deferred", late).isLessThanOrEqualTo(late / 4);
    }
}
