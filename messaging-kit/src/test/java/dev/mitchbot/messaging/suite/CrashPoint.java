package dev.mitchbot.messaging.suite;

import dev.mitchbot.messaging.Checkpoint;
import dev.mitchbot.messaging.Step;
import java.util.concurrent.atomic.AtomicReference;

/** Dies once after a chosen step, as a killed process would: nothing after it happens. A service's tests make it a bean. */
public class CrashPoint implements Checkpoint {
    private final AtomicReference<Step> deadly = new AtomicReference<>();

    public void dieAfter(Step step) {
        deadly.set(step);
    }

    @Override
    public void passed(Step step) {
        if (deadly.compareAndSet(step, null)) {
            throw new Crash(step);
        }
    }

    /** Not an exception: the pipeline must not handle it, just as it could not handle its own process's end. */
    public static final class Crash extends Error {
        Crash(Step step) {
            super("died after " + step);
        }
    }
}
