package dev.mitchbot.messaging;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * How a service's rows come into memory and go back, a whole batch in a few queries. A mistake of its own that it throws,
 * as {@link IllegalStateException} is one, makes a dead letter of the message whose rows it cannot take.
 *
 * @param <K> collects the keys that the batch's messages need
 * @param <W> the rows in memory
 */
public interface Store<K, W> {
    /** An empty collection of keys. */
    K keys();

    /** Loads all rows for the keys. Runs in the batch's transaction. */
    Uni<W> load(Mutiny.Session session, K keys);

    /**
     * Saves what the decisions changed. Runs in the batch's transaction, and sends its statements while those to the inbox
     * are under way: it reads nothing of theirs.
     *
     * @return fails with {@link StaleRowsException} where a row was changed by somebody else since it was loaded
     */
    Uni<Void> save(Mutiny.Session session, W work);
}
