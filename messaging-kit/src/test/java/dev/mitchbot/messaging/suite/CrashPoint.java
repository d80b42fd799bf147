package dev.mitchbot.messaging.suite;

import dev.mitchbot.messaging.Checkpoint;
import dev.mitchbot.messaging.Step;

/** Dies after one step, as a killed process would: nothing after it happens. */
record CrashPoint(Step deadly) implements Checkpoint {
    @Override
    public void passed(Step step) {
        if (step == deadly) {
            throw new Crash(step);
        }
    }

    /** Not an exception: the pipeline must not handle it, just as it could not handle its own process's end. */
    static final class Crash extends Error {
        Crash(Step step) {
            super("died after " + step);
        }
    }
}
