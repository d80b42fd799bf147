package dev.mitchbot.gateway.interaction;

import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.broker.NotPublished;
import dev.mitchbot.gateway.broker.Publisher;
import dev.mitchbot.gateway.telemetry.GatewayMetrics;
import dev.mitchbot.gateway.telemetry.Tracing;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Puts an interaction on its owner's topic and sees to it that the member hears something within Discord's three seconds. */
@ApplicationScoped
class Publication {
    private static final Logger LOG = Logger.getLogger(Publication.class);
    /** What the broker gets at least, however late the interaction came. */
    private static final Duration CONFIRMED_WITHIN = Duration.ofMillis(200);

    private final Publisher publisher;
    private final Conversations conversations;
    private final Acknowledgement acknowledgement;
    private final Notices notices;
    private final StandingNotices standing;
    private final GatewayMetrics metrics;
    private final Tracing tracing;
    private final Duration unconfirmedAfter;
    private final Duration deferAfter;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("deferral").daemon().factory());

    Publication(
            Publisher publisher,
            Conversations conversations,
            Acknowledgement acknowledgement,
            Notices notices,
            StandingNotices standing,
            GatewayMetrics metrics,
            Tracing tracing,
            GatewaySettings settings) {
        this.publisher = publisher;
        this.conversations = conversations;
        this.acknowledgement = acknowledgement;
        this.notices = notices;
        this.standing = standing;
        this.metrics = metrics;
        this.tracing = tracing;
        unconfirmedAfter = settings.unconfirmedAfter();
        deferAfter = settings.deferAfter();
    }

    void publish(Incoming incoming, Conversation conversation, String service) {
        Interaction interaction = incoming.interaction();
        String id = Long.toUnsignedString(interaction.id());
        String topic = Topic.commandsOf(service).orElseThrow().topicName();
        Span span = tracing.publishing(conversation.span(), topic);
        CloudEvent event = Publisher.event(id, incoming.typeFor(service), id, Tracing.traceparent(span));
        CompletableFuture<Void> confirmation = publisher.publish(
                topic, Long.toUnsignedString(interaction.guildId()), Json.write(incoming.command()), event);
        confirmation.whenComplete((done, error) -> {
            span.end();
            if (error == null) {
                conversation.age().ifPresent(metrics::published);
                if (conversation.isOlderThan(unconfirmedAfter)) {
                    conversations.then(interaction, notices::withdraw);
                }
            } else {
                notPublished(interaction, error);
            }
        });
        Duration patience = conversation.until(unconfirmedAfter);
        after(
                patience.compareTo(CONFIRMED_WITHIN) > 0 ? patience : CONFIRMED_WITHIN,
                () -> watch(conversation, confirmation));
    }

    void close() {
        clock.shutdownNow();
        standing.close();
    }

    /** A record that was given up before this time is as unconfirmed as one that is still tried. */
    private void watch(Conversation conversation, CompletableFuture<Void> confirmation) {
        if (conversation.isSettled()) {
            return;
        }
        Interaction interaction = conversation.interaction();
        if (confirmation.isDone() && !confirmation.isCompletedExceptionally()) {
            after(conversation.until(deferAfter), () -> conversations.then(interaction, acknowledgement::defer));
        } else {
            conversations.then(interaction, notices::unconfirmed).thenRun(() -> standing.watch(conversation));
        }
    }

    /** An unconfirmed record may still be read by its service: then only the result tells. */
    private void notPublished(Interaction interaction, Throwable error) {
        Throwable cause = error instanceof CompletionException wrapped ? wrapped.getCause() : error;
        LOG.warnf("%s not confirmed by the broker: %s", interaction, cause.getMessage());
        if (cause instanceof NotPublished failure && failure.isCertain()) {
            conversations.then(interaction, same -> notices.refuse(same, Notice.NOTHING_HAPPENED));
        }
    }

    private void after(Duration delay, Runnable task) {
        try {
            clock.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopped: nothing is deferred any more");
        }
    }
}
