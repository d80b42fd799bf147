package dev.mitchbot.bench.wait;

import io.vertx.core.json.JsonObject;
import org.HdrHistogram.Histogram;

/** What became of the interactions. One event loop writes it. */
final class Tally {
    private static final long LONGEST_MS = 60_000;
    private static final int DIGITS = 3;
    /** The gateway defers after 2 s: an answer so much later than its acknowledgement came after a deferral. */
    private static final int AT_ONCE_MS = 500;

    private final Histogram waits = new Histogram(LONGEST_MS, DIGITS);
    private long unanswered;
    private long deferred;
    private long hands;
    private long clicks;
    private volatile boolean closed;

    void take(JsonObject interaction) {
        if (!"answered".equals(interaction.getString("state"))) {
            unanswered++;
            return;
        }
        long answered = interaction.getLong("answeredAfterMs");
        waits.recordValue(Math.min(answered, LONGEST_MS));
        if (answered - interaction.getLong("acknowledgedAfterMs") > AT_ONCE_MS) {
            deferred++;
        }
    }

    void dealt() {
        hands++;
    }

    void clicked() {
        clicks++;
    }

    /** What was played beside the economy's commands. */
    String games() {
        return "%,d hands of blackjack with %,d clicks".formatted(hands, clicks);
    }

    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
    }

    long answered() {
        return waits.getTotalCount();
    }

    long unanswered() {
        return unanswered;
    }

    /** The share answered without a deferral, in percent. */
    double atOnce() {
        return answered() == 0 ? 0 : 100.0 * (answered() - deferred) / (answered() + unanswered);
    }

    double milliseconds(double percentile) {
        return waits.getValueAtPercentile(percentile);
    }
}
