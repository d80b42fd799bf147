package dev.mitchbot.messaging;

/**
 * The rule for one type of message. It runs in two steps: it names the rows that it needs, and later, with those rows in
 * memory, it decides. Neither step does I/O; time comes from {@link Effects#now()}.
 *
 * @param <B> the record that the message carries
 * @param <K> the service's collection of keys to load
 * @param <W> the service's loaded rows, changed in memory by the decision and saved after the batch
 */
public interface Handler<B, K, W> {
    /** The message type that it handles, for example {@code economy.give.v1}. */
    String type();

    /** The record that the message carries. */
    Class<B> bodyType();

    /** Whether it changes nothing: a query is not remembered; asked twice, it is answered twice. */
    default boolean query() {
        return false;
    }

    /**
     * Whether of messages with one id the first counts, whatever others say, as where two who did the same report on it.
     * Otherwise one that says something else is a mistake, and becomes a dead letter.
     */
    default boolean firstCounts() {
        return false;
    }

    /** Names the rows that the decision may look at or change. */
    void needs(B body, K keys);

    /**
     * Decides. Anything thrown makes the message a dead letter and undoes all that it changed.
     *
     * @param work the rows, as the messages before it left them
     * @param effects takes the messages that the decision causes
     */
    void decide(B body, W work, Effects effects);
}
