package dev.mitchbot.gateway.action;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Runs the steps of one key one after the other, those of different keys side by side. */
final class Sequences<K> {
    private final Map<K, CompletableFuture<Void>> tails = new HashMap<>();

    CompletableFuture<Void> then(K key, Supplier<CompletionStage<Void>> step) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> before;
        synchronized (tails) {
            before = tails.getOrDefault(key, CompletableFuture.completedFuture(null));
            tails.put(key, mine);
        }
        before.whenComplete((done, error) -> run(key, step, mine));
        return mine;
    }

    private void run(K key, Supplier<CompletionStage<Void>> step, CompletableFuture<Void> mine) {
        CompletionStage<Void> stage;
        try {
            stage = step.get();
        } catch (RuntimeException e) {
            stage = CompletableFuture.failedStage(e);
        }
        stage.whenComplete((done, error) -> {
            synchronized (tails) {
                tails.remove(key, mine);
            }
            if (error == null) {
                mine.complete(null);
            } else {
                mine.completeExceptionally(error);
            }
        });
    }
}
