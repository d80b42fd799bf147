package dev.mitchbot.gateway.interaction;

import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.broker.Broker;
import dev.mitchbot.gateway.broker.NotPublished;
import dev.mitchbot.gateway.broker.Publisher;
import dev.mitchbot.gateway.broker.RecentIds;
import dev.mitchbot.gateway.catalogue.Commands;
import dev.mitchbot.gateway.telemetry.GatewayMetrics;
import dev.mitchbot.gateway.telemetry.Tracing;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jboss.logging.Logger;

/** Takes interactions from Discord and puts each on its owner's topic, or tells the member why not. */
@ApplicationScoped
public class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final Duration SWEEP = Duration.ofSeconds(30);

    private final Broker broker;
    private final Publisher publisher;
    private final Commands commands;
    private final Conversations conversations;
    private final Acknowledgement acknowledgement;
    private final GatewayMetrics metrics;
    private final Tracing tracing;
    private final GatewaySettings settings;
    private final RateLimit pace;
    private final RateLimit typingPace;
    private final RecentIds<Long> seen;
    private final ThreadPoolExecutor publishing;
    private final ScheduledExecutorService clock;

    Intake(
            Broker broker,
            Publisher publisher,
            Commands commands,
            Conversations conversations,
            Acknowledgement acknowledgement,
            GatewayMetrics metrics,
            Tracing tracing,
            GatewaySettings settings) {
        this.broker = broker;
        this.publisher = publisher;
        this.commands = commands;
        this.conversations = conversations;
        this.acknowledgement = acknowledgement;
        this.metrics = metrics;
        this.tracing = tracing;
        this.settings = settings;
        pace = new RateLimit(settings.rateLimit());
        typingPace = new RateLimit(settings.rateLimit());
        seen = new RecentIds<>(settings.rememberedIds());
        publishing = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.maxQueuedInteractions()),
                Thread.ofPlatform().name("intake").factory());
        clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("deferral").factory());
    }

    /** Begins to forget interactions whose time is over. */
    public void start() {
        clock.scheduleWithFixedDelay(
                () -> conversations.forgetExpired(Instant.now()),
                SWEEP.toSeconds(),
                SWEEP.toSeconds(),
                TimeUnit.SECONDS);
    }

    /** Takes an INTERACTION_CREATE; returns at once. */
    public void receive(DataObject payload) {
        long receivedAt = System.nanoTime();
        InteractionReader.read(payload).ifPresent(incoming -> {
            metrics.received(incoming.kind().label());
            try {
                publishing.execute(() -> handle(incoming, receivedAt));
            } catch (RejectedExecutionException e) {
                refuse(begin(incoming, receivedAt), Notice.TOO_BUSY);
            }
        });
    }

    /** Lets what has been received be published and answered, for at most so long. */
    public void drain(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        publishing.shutdown();
        try {
            publishing.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
            while (conversations.awaited() > 0 && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clock.shutdownNow();
    }

    private void handle(Incoming incoming, long receivedAt) {
        if (!seen.add(incoming.interaction().id())) {
            return;
        }
        Conversation conversation = begin(incoming, receivedAt);
        Optional<String> service = ownerOf(incoming);
        Optional<Notice> refusal = refusal(incoming, service, receivedAt);
        if (refusal.isPresent()) {
            refuse(conversation, refusal.orElseThrow());
        } else {
            publish(incoming, conversation, service.orElseThrow());
        }
    }

    private Optional<String> ownerOf(Incoming incoming) {
        String first = incoming.path().getFirst();
        return incoming.kind() == Kind.CLICK ? Optional.of(first) : commands.ownerOf(first);
    }

    private Conversation begin(Incoming incoming, long receivedAt) {
        Conversation conversation = Conversation.received(
                incoming,
                commands.isWhispered(incoming.path()),
                receivedAt,
                tracing.received(incoming.label(), incoming.interaction().id()));
        conversations.begin(conversation);
        return conversation;
    }

    private Optional<Notice> refusal(Incoming incoming, Optional<String> service, long now) {
        if (!incoming.isFromGuild()) {
            return Optional.of(Notice.GUILD_ONLY);
        }
        RateLimit limit = incoming.kind() == Kind.AUTOCOMPLETE ? typingPace : pace;
        if (!limit.allows(incoming.command().caller().id(), now)) {
            return Optional.of(Notice.TOO_FAST);
        }
        if (!broker.isThere() || !commands.isLoaded()) {
            return Optional.of(Notice.NOTHING_HAPPENED);
        }
        if (conversations.isFull()) {
            return Optional.of(Notice.TOO_BUSY);
        }
        return service.flatMap(Topic::commandsOf).isEmpty() ? Optional.of(Notice.UNKNOWN_COMMAND) : Optional.empty();
    }

    private void refuse(Conversation conversation, Notice notice) {
        conversations.then(conversation.interaction(), same -> acknowledgement.refuse(same, notice));
    }

    private void publish(Incoming incoming, Conversation conversation, String service) {
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
            } else {
                notPublished(interaction, error);
            }
        });
        after(settings.unconfirmedAfter(), () -> watch(conversation, confirmation));
    }

    private void watch(Conversation conversation, CompletableFuture<Void> confirmation) {
        if (conversation.isSettled()) {
            return;
        }
        Interaction interaction = conversation.interaction();
        if (confirmation.isDone()) {
            after(
                    settings.deferAfter().minus(settings.unconfirmedAfter()),
                    () -> conversations.then(interaction, acknowledgement::defer));
        } else {
            conversations.then(interaction, acknowledgement::unconfirmed);
        }
    }

    /** An unconfirmed record may still be read by its service: then only the result tells. */
    private void notPublished(Interaction interaction, Throwable error) {
        Throwable cause = error instanceof CompletionException wrapped ? wrapped.getCause() : error;
        LOG.warnf("%s not confirmed by the broker: %s", interaction, cause.getMessage());
        if (cause instanceof NotPublished failure && failure.isCertain()) {
            conversations.then(interaction, same -> acknowledgement.refuse(same, Notice.NOTHING_HAPPENED));
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
