package dev.mitchbot.messaging.rest;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** So many at once; who comes later waits in line, without a thread. */
final class Slots {
    private final Deque<UniEmitter<? super Void>> waiting = new ArrayDeque<>();
    private int free;

    Slots(int count) {
        this.free = count;
    }

    /** Completes when there is a slot, on the thread of whoever leaves it. Whoever has got one leaves it, whatever happens. */
    Uni<Void> enter() {
        return Uni.createFrom().emitter(emitter -> {
            if (takesOne(emitter)) {
                emitter.complete(null);
            }
        });
    }

    void leave() {
        next().ifPresent(emitter -> emitter.complete(null));
    }

    private synchronized boolean takesOne(UniEmitter<? super Void> emitter) {
        if (free == 0) {
            waiting.add(emitter);
            return false;
        }
        free--;
        return true;
    }

    private synchronized Optional<UniEmitter<? super Void>> next() {
        var next = Optional.<UniEmitter<? super Void>>ofNullable(waiting.poll());
        if (next.isEmpty()) {
            free++;
        }
        return next;
    }
}
