package dev.mitchbot.messaging;

/** An id that was handled before came again with another payload. */
public final class ReusedIdException extends RuntimeException {
    /** @param id of the message that came second */
    public ReusedIdException(String id) {
        super("The id " + id + " was used before for something else");
    }
}
