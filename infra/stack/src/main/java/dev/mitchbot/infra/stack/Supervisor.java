package dev.mitchbot.infra.stack;

import dev.mitchbot.infra.servers.Server;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Starts a server again when it dies, with growing pauses, and gives up on one that never stays. */
final class Supervisor implements AutoCloseable {
    static final int TRIES = 6;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STAYED = Duration.ofSeconds(60);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);

    private final ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor();
    private final Consumer<String> progress;
    private final IntFunction<Duration> pauses;

    Supervisor(Consumer<String> progress) {
        this(progress, Supervisor::pause);
    }

    /** With the pause before each try; the first try is 1. */
    Supervisor(Consumer<String> progress, IntFunction<Duration> pauses) {
        this.progress = progress;
        this.pauses = pauses;
    }

    void watch(String name, Server server) {
        watchers.submit(() -> keepAlive(name, server));
    }

    private Void keepAlive(String name, Server server) throws Exception {
        int tried = 0;
        while (true) {
            long since = System.nanoTime();
            int exitCode = server.process().onExit().get();
            if (System.nanoTime() - since > STAYED.toNanos()) {
                tried = 0;
            }
            String ended = name + " ended with exit code " + exitCode;
            if (tried == TRIES) {
                progress.accept(ended + " after it was started again " + TRIES + " times, and stays down; see "
                        + server.process().log());
                return null;
            }
            tried++;
            Duration pause = pauses.apply(tried);
            progress.accept(ended + "; starting it again in " + pause.toSeconds() + " s");
            Thread.sleep(pause);
            restart(name, server);
        }
    }

    private void restart(String name, Server server) {
        try {
            server.restart();
            progress.accept(name + " is ready again");
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                progress.accept(name + " did not get ready: "
                        + e.getMessage().lines().findFirst().orElse(""));
            }
        }
    }

    static Duration pause(int tried) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tried - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** Ends supervision: what dies from now on stays dead. */
    @Override
    public void close() {
        watchers.shutdownNow();
        try {
            watchers.awaitTermination(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
