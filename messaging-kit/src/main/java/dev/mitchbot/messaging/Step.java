package dev.mitchbot.messaging;

/** The steps of handling a batch, in order; a process may die after any of them. */
public enum Step {
    LOADED,
    DECIDED,
    SAVED,
    COMMITTED,
    PUBLISHED
}
