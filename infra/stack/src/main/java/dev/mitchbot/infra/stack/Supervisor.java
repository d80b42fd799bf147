package dev.mitchbot.infra.stack;

import dev.mitchbot.infra.servers.Server;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Starts a server again when it dies, with growing pauses, and gives up on one that never stays. */
final class Supervisor implements AutoCloseable {
    static final int TRIES = 6;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STAYED = Duration.ofSeconds(60);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);

    private final ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor();
    private final Consumer<String> progress;

    Supervisor(Consumer<String> progress) {
        this.progress = progress;
    }

    void watch(String name, Server server) {
        watchers.submit(() -> keepAlive(name, server));
    }

    private Void keepAlive(String name, Server server) throws Exception {
        int deaths = 0;
        while (deaths < TRIES) {
            long since = System.nanoTime();
            int exitCode = server.process().onExit().get();
            deaths = System.nanoTime() - since > STAYED.toNanos() ? 1 : deaths + 1;
            Duration pause = pause(deaths);
            progress.accept(
                    name + " ended with exit code " + exitCode + "; starting it again in " + pause.toSeconds() + " s");
            Thread.sleep(pause);
            restart(name, server);
        }
        progress.accept(name + " ended " + TRIES + " times in a row and stays down; see "
                + server.process().log());
        return null;
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

    static Duration pause(int deaths) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(deaths - 1, 10));
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
