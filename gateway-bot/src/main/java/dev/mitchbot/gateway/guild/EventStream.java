package dev.mitchbot.gateway.guild;

import dev.mitchbot.contracts.discord.DiscordEvent;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.broker.Publisher;
import dev.mitchbot.gateway.telemetry.GatewayMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Publishes events in the order in which they happened, as long as the broker keeps up; its backlog is bounded. */
@ApplicationScoped
public class EventStream {
    private static final Logger LOG = Logger.getLogger(EventStream.class);

    private final Publisher publisher;
    private final GatewayMetrics metrics;
    private final int capacity;
    private final Semaphore room;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("discord-events").daemon().factory());

    EventStream(Publisher publisher, GatewayMetrics metrics, GatewaySettings settings) {
        this.publisher = publisher;
        this.metrics = metrics;
        capacity = settings.guilds().maxQueuedEvents();
        room = new Semaphore(capacity);
    }

    /** Takes an event; returns at once. */
    void add(String id, DiscordEvent event) {
        if (!room.tryAcquire()) {
            metrics.event(event.type(), "dropped");
            LOG.debugf("%s dropped: %d events wait already", event.type(), capacity);
            return;
        }
        writer.execute(() -> publish(id, event));
    }

    /** Lets what has been taken be published, for at most so long. */
    public void drain(Duration patience) {
        try {
            room.tryAcquire(capacity, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writer.shutdownNow();
    }

    private void publish(String id, DiscordEvent event) {
        publisher
                .publishWithPatience(
                        Topic.DISCORD_EVENTS.topicName(),
                        Long.toUnsignedString(event.guildId()),
                        Json.write(event),
                        Publisher.event(id, event.type(), id, ""))
                .whenComplete((done, error) -> {
                    room.release();
                    metrics.event(event.type(), error == null ? "published" : "failed");
                });
    }
}
