package dev.mitchbot.messaging;

/** Somebody else changed the rows between load and save; the batch starts again from load. */
public final class StaleRowsException extends RuntimeException {
    /**
     * @param expected how many rows were to be changed
     * @param updated how many were as they had been loaded
     */
    public StaleRowsException(String table, int expected, int updated) {
        super("Of " + expected + " rows of " + table + " only " + updated + " were as they had been loaded");
    }
}
