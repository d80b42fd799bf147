package dev.mitchbot.messaging;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * How long somebody waits for work on the database, which is not cut off when they stop waiting. Cancelled, Hibernate
 * Reactive rolls back and returns the connection while the work's next statement may still be under way: that one then
 * runs outside of its transaction, or in somebody else's. Left alone, the transaction ends as a whole: PostgreSQL ends
 * it if nothing else does ({@code statement_timeout}, {@code idle_in_transaction_session_timeout}).
 */
public final class TimeLimit {
    private TimeLimit() {}

    /**
     * The work's outcome, or a {@link io.smallrye.mutiny.TimeoutException} when it takes longer: then it may still be
     * done, or not.
     */
    public static <T> Uni<T> on(Uni<T> work, Duration limit) {
        return Uni.createFrom()
                .<T>emitter(emitter -> work.subscribe().with(emitter::complete, emitter::fail))
                .ifNoItem()
                .after(limit)
                .fail();
    }
}
