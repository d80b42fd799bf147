package dev.mitchbot.messaging;

/** An id that was handled before came again with another payload. */
public final class ReusedIdException extends RuntimeException {
    public ReusedIdException(String id) {
        super("The id " + id + " was used before for something else");
    }
}
