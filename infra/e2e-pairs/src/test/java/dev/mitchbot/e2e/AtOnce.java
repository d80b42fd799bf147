package dev.mitchbot.e2e;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** What many do in the same moment, each in a thread of its own. */
final class AtOnce {
    private AtOnce() {}

    /** Waits until all have done it. */
    static <T> void each(List<T> all, Consumer<T> action) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(all.stream()
                            .map(one -> CompletableFuture.runAsync(() -> action.accept(one), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }
}
