package dev.mitchbot.gateway.broker;

/** A record that nobody can make sense of; the message says why. */
public final class BadRecord extends Exception {
    private static final long serialVersionUID = 1L;

    public BadRecord(String reason) {
        super(reason);
    }
}
