package dev.mitchbot.messaging.rest;

import dev.mitchbot.messaging.Sql;
import dev.mitchbot.messaging.TimeLimit;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * REST requests that only look. They have half of the pool's connections at most: the others are left to commands. A read
 * for which nobody waits any more is not begun, and PostgreSQL ends its statement.
 */
@Singleton
public final class BoundedReads {
    // PostgreSQL cannot know that a page is short. Allowed to sort, it would rather fetch all rows that fit than walk
    // along the index that has the page's order.
    private static final String BOUND = """
            select set_config('statement_timeout', cast(:millis as text), true), set_config('enable_sort', 'off', true)""";

    private final Mutiny.SessionFactory sessions;
    private final Duration patience;
    private final Slots slots;

    BoundedReads(
            Mutiny.SessionFactory sessions,
            RestConfig config,
            @ConfigProperty(name = "quarkus.datasource.reactive.max-size", defaultValue = "20") int connections) {
        this.sessions = sessions;
        this.patience = config.patience();
        this.slots = new Slots(Math.max(1, connections / 2));
    }

    /** What the read finds, or a {@link TimeoutException} when its caller's patience is over, in line or under way. */
    public <T> Uni<T> run(Function<Mutiny.Session, Uni<T>> read) {
        return Uni.createFrom().deferred(() -> {
            long end = System.nanoTime() + patience.toNanos();
            Executor ofRequest = MutinyHelper.executor(Vertx.currentContext());
            Uni<T> work = slots.enter()
                    .emitOn(ofRequest)
                    .chain(() ->
                            Uni.createFrom().deferred(() -> look(read, end)).eventually(slots::leave));
            return TimeLimit.on(work, patience);
        });
    }

    private <T> Uni<T> look(Function<Mutiny.Session, Uni<T>> read, long end) {
        return millisUntil(end) < 1
                ? Uni.createFrom().failure(TimeoutException::new)
                : sessions.withTransaction(session -> Sql.of(session, BOUND)
                        .set("millis", Long.toString(Math.max(1, millisUntil(end))))
                        .rows()
                        .chain(() -> read.apply(session)));
    }

    private static long millisUntil(long end) {
        return Duration.ofNanos(end - System.nanoTime()).toMillis();
    }
}
