package dev.mitchbot.messaging;

/** Told after each step of handling a batch. The product watches none; the test suites die here. */
@FunctionalInterface
public interface Checkpoint {
    void passed(Step step);
}
