package dev.mitchbot.bench.machine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.TimeUnit;

/**
 * How fast a processor is while something else is measured: what a thread hashes in a second of its own processor time. A
 * rented machine may become half as fast within minutes; figures that were measured apart are compared at the same speed.
 */
public final class MachineSpeed implements AutoCloseable {
    private static final int KILOBYTES = 4;
    private static final int HASHES_AT_ONCE = 256;
    private static final int HASHES_TO_WARM_UP = 100_000;
    private static final long PAUSE_MILLIS = 50;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Small enough to stay beside the processor: what others do to the memory is not measured. */
    private final byte[] bytes = new byte[KILOBYTES << 10];

    private final MessageDigest digest = sha256();
    private final Thread thread;
    private long hashes;
    private long nanos;

    private MachineSpeed() {
        hash(HASHES_TO_WARM_UP);
        thread = Thread.ofPlatform().name("machine-speed").daemon().start(this::run);
    }

    /** Watches until it is closed; takes about a hundredth of a processor. */
    public static MachineSpeed watch() {
        return new MachineSpeed();
    }

    /** So far. */
    public synchronized double megabytesPerSecond() {
        return hashes * KILOBYTES / 1024.0 / (nanos / 1e9);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                look();
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        long before = THREADS.getCurrentThreadCpuTime();
        hash(HASHES_AT_ONCE);
        nanos += THREADS.getCurrentThreadCpuTime() - before;
        hashes += HASHES_AT_ONCE;
    }

    private void hash(int times) {
        for (int hashed = 0; hashed < times; hashed++) {
            byte[] hash = digest.digest(bytes);
            bytes[0] = hash[0];
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
