package dev.mitchbot.messaging;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * A channel's way into the pipeline: polls are taken as long as there is room, so that what comes while a batch is
 * decided gathers for the next one. The channel's method needs {@code @Acknowledgment(MANUAL)}, because a poll is done
 * later than it is taken.
 */
public final class Polls {
    private final Pipeline<?, ?> pipeline;
    private final int openMax;
    private int open;
    private CompletableFuture<Void> room = CompletableFuture.completedFuture(null);

    Polls(Pipeline<?, ?> pipeline, int openMax) {
        this.pipeline = pipeline;
        this.openMax = openMax;
    }

    /** Begins with what a poll brought, and acknowledges it when it is done. Completes when there is room for another. */
    public Uni<Void> take(Message<ConsumerRecords<String, byte[]>> poll) {
        int records = poll.getPayload().count();
        CompletableFuture<Void> next = taken(records);
        pipeline.handle(poll.getPayload())
                .onItemOrFailure()
                .transformToUni((done, failure) ->
                        Uni.createFrom().completionStage(failure == null ? poll.ack() : poll.nack(failure)))
                .onTermination()
                .invoke(() -> done(records))
                .subscribe()
                .with(acknowledged -> {}, failure -> {});
        return Uni.createFrom().completionStage(next);
    }

    private synchronized CompletableFuture<Void> taken(int records) {
        open += records;
        if (open >= openMax) {
            room = new CompletableFuture<>();
        }
        return room;
    }

    private void done(int records) {
        leave(records).complete(null);
    }

    /** Whom there is room for now; nobody, as long as too much is open. */
    private synchronized CompletableFuture<Void> leave(int records) {
        open -= records;
        return open < openMax ? room : new CompletableFuture<>();
    }
}
