package dev.mitchbot.messaging;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** A table with a {@code due_at}: what is due becomes a message and is done when that message is handled. */
public interface DueRows {
    /**
     * Claims rows that are due, with {@code for update skip locked}, so that several instances share the work. Each row
     * becomes a message with an id made of the row's own.
     */
    Uni<List<Message>> claim(Mutiny.Session session, int most);

    /** Puts a row off whose message could not be handled, so that it does not stand in the way of the others. */
    Uni<Void> postpone(Mutiny.Session session, Message message);
}
