package dev.mitchbot.bench.ledger;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Commands at full speed, or by a schedule, and their replies. */
final class Load implements AutoCloseable {
    /** Enough to keep both lanes of the service in full batches, and not more. */
    private static final int OPEN_MOST = 4_000;

    private static final long SHORT_NANOS = 200_000;

    /** To wake up for each command would take a good part of the machine from what is measured. */
    private static final long TICK_NANOS = 1_000_000;

    private static final Duration ALL_ANSWERED_WITHIN = Duration.ofSeconds(60);

    private final Sender sender;
    private final Replies replies;

    Load(String bootstrapServers) {
        sender = new Sender(bootstrapServers);
        replies = new Replies(bootstrapServers);
    }

    void take(List<Order> orders) {
        sender.take(orders);
    }

    /** Sends whenever fewer than {@value #OPEN_MOST} commands are open; returns the replies a second. */
    double saturate(Duration time) {
        long began = System.nanoTime();
        long before = replies.answered();
        while (System.nanoTime() - began < time.toNanos()) {
            if (sender.sent() - replies.answered() < OPEN_MOST) {
                send(System.nanoTime());
            } else {
                LockSupport.parkNanos(SHORT_NANOS);
            }
        }
        return (replies.answered() - before) / ((System.nanoTime() - began) / 1e9);
    }

    /**
     * Sends by a schedule that waits for nobody. A command's wait counts from the moment at which it was due, however
     * late it went out: what stalls the sender is not left out.
     *
     * @return the waits in microseconds
     */
    Histogram pace(double perSecond, Duration warmUp, Duration time) {
        long began = System.nanoTime();
        double nanosApart = 1e9 / perSecond;
        Histogram waits = replies.count(began + warmUp.toNanos());
        long commands = (long) (perSecond * warmUp.plus(time).toMillis() / 1e3);
        for (long command = 0; command < commands; command++) {
            long due = began + (long) (command * nanosApart);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(TICK_NANOS);
            }
            send(due);
        }
        settle();
        return waits;
    }

    /** Waits until every command has its reply. */
    void settle() {
        long deadline = System.nanoTime() + ALL_ANSWERED_WITHIN.toNanos();
        while (replies.answered() < sender.sent()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "%d of %d commands have a reply".formatted(replies.answered(), sender.sent()));
            }
            LockSupport.parkNanos(SHORT_NANOS);
        }
    }

    long sent() {
        return sender.sent();
    }

    long repeated() {
        return replies.repeated();
    }

    private void send(long due) {
        replies.expect(Sender.number(sender.sent()), due);
        sender.send();
    }

    @Override
    public void close() {
        sender.close();
        replies.close();
    }
}
