package dev.mitchbot.messaging;

import dev.mitchbot.messaging.Message.MessageId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** What has to be done again and again: due rows, effects that were never published, ids that may be forgotten. */
@Singleton
final class Chores {
    private static final Logger LOG = Logger.getLogger(Chores.class);
    private static final Duration FORGET_INTERVAL = Duration.ofHours(1);
    private static final int SWEEP_MOST = 100;
    private static final int FORGET_MOST = 5_000;

    private final Mutiny.SessionFactory sessions;
    private final Publisher publisher;
    private final MessagingConfig config;
    private final Lanes lane;
    private final List<Supplier<Uni<Integer>>> due = new CopyOnWriteArrayList<>();
    private final List<Cancellable> running = new ArrayList<>();
    private volatile boolean publishingAgain;

    Chores(Mutiny.SessionFactory sessions, Publisher publisher, MessagingConfig config, Vertx vertx) {
        this.sessions = sessions;
        this.publisher = publisher;
        this.config = config;
        this.lane = new Lanes(vertx, 1);
    }

    void watch(Pipeline<?, ?> pipeline, DueRows rows) {
        due.add(() -> pipeline.handleDue(rows, config.dueBatchMax()));
    }

    void start(@Observes StartupEvent start) {
        every(config.dueInterval(), this::handleDue);
        every(config.sweepInterval(), this::sweep);
        every(FORGET_INTERVAL, this::forget);
    }

    void stop(@Observes ShutdownEvent stop) {
        running.forEach(Cancellable::cancel);
    }

    private void every(Duration interval, Supplier<Uni<?>> chore) {
        running.add(Multi.createFrom()
                .ticks()
                .every(interval)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> orPutOff(chore.get()))
                .subscribe()
                .with(done -> {}, failure -> LOG.error("A chore has stopped", failure)));
    }

    private static <T> Uni<T> orPutOff(Uni<T> work) {
        return work.onFailure()
                .invoke(failure -> LOG.warnf("Put off until the next round: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> handleDue() {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Supplier<Uni<Integer>> rows : due) {
            all = all.chain(() -> orPutOff(drain(rows)));
        }
        return all;
    }

    private Uni<Void> drain(Supplier<Uni<Integer>> rows) {
        return Multi.createBy()
                .repeating()
                .uni(rows::get)
                .whilst(found -> found >= config.dueBatchMax())
                .collect()
                .last()
                .replaceWithVoid();
    }

    /**
     * Not while an earlier sweep still publishes: its transaction may have ended without it, and while the broker is away
     * the same rows would be published once more with every round.
     */
    private Uni<Void> sweep() {
        if (publishingAgain) {
            return Uni.createFrom().voidItem();
        }
        return inTransaction(session -> Inbox.unpublished(session, SWEEP_MOST)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : publishAgain(
                                session,
                                found.keySet().stream().toList(),
                                found.values().stream().flatMap(List::stream).toList())));
    }

    /**
     * Marks first: the rows stay locked until all is published, and the mark is undone where it was not. The publisher
     * ends on a thread of its own, and the session goes on where it began.
     */
    private Uni<Void> publishAgain(Mutiny.Session session, List<MessageId> ids, List<Outgoing> messages) {
        LOG.infof("Publishing the effects of %d messages that their instance left behind", ids.size());
        Executor ofSession = MutinyHelper.executor(Vertx.currentContext());
        return Inbox.markPublished(session, ids)
                .call(() -> publisher
                        .publish(messages)
                        .onSubscription()
                        .invoke(() -> publishingAgain = true)
                        .onItemOrFailure()
                        .invoke((published, failure) -> publishingAgain = false)
                        .emitOn(ofSession));
    }

    /** In portions, each a transaction of its own: what a service has not forgotten while it was away may be much. */
    private Uni<Void> forget() {
        return Multi.createBy()
                .repeating()
                .uni(() -> inTransaction(session -> Inbox.forget(session, config.inboxRetention(), FORGET_MOST)))
                .whilst(forgotten -> forgotten == FORGET_MOST)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private <T> Uni<T> inTransaction(Function<Mutiny.Session, Uni<T>> work) {
        return lane.run(0, () -> TimeLimit.on(sessions.withTransaction(work), config.transactionTimeout()));
    }
}
