package dev.mitchbot.gateway.broker;

/** A record that Kafka did not confirm. */
public final class NotPublished extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean certain;

    NotPublished(boolean certain, Throwable cause) {
        super(cause.getMessage(), cause);
        this.certain = certain;
    }

    /** Whether it is certain that nobody will ever read the record. */
    public boolean isCertain() {
        return certain;
    }
}
