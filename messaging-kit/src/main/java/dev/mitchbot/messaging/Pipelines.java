package dev.mitchbot.messaging;

import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Builds a service's pipeline from its store and its handlers. */
@Singleton
public final class Pipelines {
    private final Mutiny.SessionFactory sessions;
    private final Publisher publisher;
    private final MessagingConfig config;
    private final Checkpoint checkpoint;
    private final Meters meters;
    private final Tracing tracing;
    private final Chores chores;
    private final Vertx vertx;

    @Inject
    Pipelines(
            Mutiny.SessionFactory sessions,
            Publisher publisher,
            MessagingConfig config,
            Meters meters,
            Tracing tracing,
            Chores chores,
            Vertx vertx) {
        this(sessions, publisher, config, step -> {}, meters, tracing, chores, vertx);
    }

    private Pipelines(
            Mutiny.SessionFactory sessions,
            Publisher publisher,
            MessagingConfig config,
            Checkpoint checkpoint,
            Meters meters,
            Tracing tracing,
            Chores chores,
            Vertx vertx) {
        this.sessions = sessions;
        this.publisher = publisher;
        this.config = config;
        this.checkpoint = checkpoint;
        this.meters = meters;
        this.tracing = tracing;
        this.chores = chores;
        this.vertx = vertx;
    }

    /** The same, for pipelines whose every step is told to this checkpoint. */
    public Pipelines watchedBy(Checkpoint watching) {
        return new Pipelines(sessions, publisher, config, watching, meters, tracing, chores, vertx);
    }

    /**
     * The pipeline for messages that these handlers handle; any other type becomes a dead letter.
     *
     * @param due tables whose due rows become messages, handled by this pipeline as long as the service runs
     */
    public <K, W> Pipeline<K, W> of(
            Store<K, W> store, List<? extends Handler<?, K, W>> all, List<? extends DueRows> due) {
        Handlers<K, W> handlers = new Handlers<>(all);
        Pipeline<K, W> pipeline = new Pipeline<>(
                new Decoder(handlers::bodyType, config.bodyBytesMax()),
                new Transaction<>(sessions, store, handlers, config, checkpoint, meters, tracing),
                publisher,
                new DeadLetters(publisher, config.failureText(), meters),
                new Lanes(vertx, config.lanes()),
                config,
                meters);
        due.forEach(rows -> chores.watch(pipeline, rows));
        return pipeline;
    }
}
