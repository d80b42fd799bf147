package dev.mitchbot.messaging;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Event loops that handle batches side by side. All records of a partition go through the same lane, in order; a lane
 * takes the partitions it gets as one batch, because a few large transactions cost less than many small ones.
 */
public final class Lanes {
    private final Vertx vertx;
    private final List<ContextInternal> contexts = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    /** So many lanes, on event loops of their own. */
    public Lanes(Vertx vertx, int count) {
        this.vertx = vertx;
        for (int lane = 0; lane < count; lane++) {
            contexts.add(((VertxInternal) vertx).createEventLoopContext());
        }
    }

    List<List<ConsumerRecord<String, byte[]>>> split(ConsumerRecords<String, byte[]> records) {
        List<List<ConsumerRecord<String, byte[]>>> byLane = new ArrayList<>();
        contexts.forEach(lane -> byLane.add(new ArrayList<>()));
        for (ConsumerRecord<String, byte[]> record : records) {
            byLane.get(record.partition() % byLane.size()).add(record);
        }
        return byLane;
    }

    int any() {
        return Math.floorMod(next.getAndIncrement(), contexts.size());
    }

    /** Runs later, by whole milliseconds, on some event loop. */
    void after(Duration pause, Runnable then) {
        vertx.setTimer(Math.max(1, pause.toMillis()), passed -> then.run());
    }

    /** Runs on the lane's event loop, in a context of its own, as a Hibernate Reactive session needs it. */
    public <T> Uni<T> run(int lane, Supplier<Uni<? extends T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            ContextInternal context = contexts.get(lane).duplicate();
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(
                    start -> Uni.createFrom().deferred(work).subscribe().with(emitter::complete, emitter::fail));
        });
    }
}
