package dev.mitchbot.infra.servers;

import java.util.concurrent.locks.LockSupport;

/** The short wait between two looks at another process, which cannot notify us. */
public final class Pause {
    private static final long NANOS = 20_000_000;

    private Pause() {}

    public static void briefly() {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("interrupted while waiting for a server");
        }
        LockSupport.parkNanos(NANOS);
    }
}
