package dev.mitchbot.messaging;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * Where messages wait for a lane. Whatever has gathered while one batch was decided is the next batch: few large
 * transactions when there is much to do, small ones at once when there is little.
 */
final class Gathering {
    private final int batchMax;
    private final Work work;
    private final Queue<Arrival> waiting = new ArrayDeque<>();
    private boolean busy;

    /** What a batch goes through. */
    @FunctionalInterface
    interface Work {
        /** @param committed to be called when the next batch may begin; at the end it begins in any case */
        Uni<Void> handle(List<Message> batch, Runnable committed);
    }

    private record Arrival(List<Message> messages, CompletableFuture<Void> done) {}

    /** @param batchMax no more arrivals are added to a batch that has so many messages */
    Gathering(int batchMax, Work work) {
        this.batchMax = batchMax;
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
        committed.thenRun(this::goOn);
        work.handle(batch, () -> committed.complete(null))
                .onTermination()
                .invoke(() -> committed.complete(null))
                .subscribe()
                .with(
                        done -> arrivals.forEach(arrival -> arrival.done().complete(null)),
                        failure -> arrivals.forEach(arrival -> arrival.done().completeExceptionally(failure)));
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
        busy = busy || !taken.isEmpty();
        return taken;
    }
}
