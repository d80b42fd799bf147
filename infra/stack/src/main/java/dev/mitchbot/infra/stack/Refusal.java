package dev.mitchbot.infra.stack;

/** Why the stack does not start, in one line that says what to do. */
public final class Refusal extends RuntimeException {
    public Refusal(String line) {
        super(line);
    }
}
