package dev.mitchbot.messaging;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * Where messages wait for a lane. Whatever has gathered while one batch was decided is the next batch, and batches begin
 * some time apart: few large transactions when there is much to do, a small one at once when there is little.
 */
final class Gathering {
    private final int batchMax;
    private final Duration apart;
    private final Timer timer;
    private final Work work;
    private final Queue<Arrival> waiting = new ArrayDeque<>();
    private boolean busy;
    private long begunNanos;

    /** What knows when time has passed. */
    @FunctionalInterface
    interface Timer {
        void after(Duration pause, Runnable then);
    }

    /** What a batch goes through. */
    @FunctionalInterface
    interface Work {
        /** @param committed to be called when the next batch may begin; at the end it begins in any case */
        Uni<Void> handle(List<Message> batch, Runnable committed);
    }

    private record Arrival(List<Message> messages, CompletableFuture<Void> done) {}

    /**
     * @param batchMax no more arrivals are added to a batch that has so many messages
     * @param apart how long after the beginning of one batch the next may begin
     */
    Gathering(int batchMax, Duration apart, Timer timer, Work work) {
        this.batchMax = batchMax;
        this.apart = apart;
        this.timer = timer;
        this.work = work;
    }

    /** Completes when the messages are done with; fails when their batch has failed. */
    Uni<Void> add(List<Message> messages) {
        Arrival arrival = new Arrival(messages, new CompletableFuture<>());
        synchronized (this) {
            waiting.add(arrival);
        }
        begin();
        return Uni.createFrom().completionStage(arrival.done());
    }

    private void begin() {
        List<Arrival> arrivals = takeAll();
        if (arrivals.isEmpty()) {
            return;
        }
        List<Message> batch = new ArrayList<>();
        arrivals.forEach(arrival -> batch.addAll(arrival.messages()));
        CompletableFuture<Void> committed = new CompletableFuture<>();
        committed.thenRun(this::goOnInTime);
        work.handle(batch, () -> committed.complete(null))
                .onTermination()
                .invoke(() -> committed.complete(null))
                .subscribe()
                .with(
                        done -> arrivals.forEach(arrival -> arrival.done().complete(null)),
                        failure -> arrivals.forEach(arrival -> arrival.done().completeExceptionally(failure)));
    }

    private void goOnInTime() {
        Duration rest = apart.minusNanos(System.nanoTime() - begunNanos);
        if (rest.isPositive()) {
            timer.after(rest, this::goOn);
        } else {
            goOn();
        }
    }

    private void goOn() {
        synchronized (this) {
            busy = false;
        }
        begin();
    }

    private synchronized List<Arrival> takeAll() {
        List<Arrival> taken = new ArrayList<>();
        int size = 0;
        while (!busy && !waiting.isEmpty() && size < batchMax) {
            size += waiting.peek().messages().size();
            taken.add(waiting.remove());
        }
        if (!taken.isEmpty()) {
            busy = true;
            begunNanos = System.nanoTime();
        }
        return taken;
    }
}
