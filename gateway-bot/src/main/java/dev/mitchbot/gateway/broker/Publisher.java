package dev.mitchbot.gateway.broker;

import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.gateway.GatewaySettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Puts messages on Kafka as CloudEvents in binary mode. */
@ApplicationScoped
public class Publisher {
    private static final String SOURCE = "gateway-bot";

    private final Broker broker;
    private final Duration patience;

    Publisher(Broker broker, GatewaySettings settings) {
        this.broker = broker;
        patience = settings.kafka().probeInterval();
    }

    /** The attributes of a message that this gateway makes now. */
    public static CloudEvent event(String id, String type, String correlationId, String traceparent) {
        return new CloudEvent(id, type, SOURCE, Instant.now(), correlationId, traceparent);
    }

    /** Completes when all replicas have the record, otherwise fails with {@link NotPublished}. */
    public CompletableFuture<Void> publish(String topic, String key, byte[] body, CloudEvent event) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, body);
        describe(event, record.headers());
        return send(record);
    }

    /** Takes away the last record of a key in a compacted topic. */
    public CompletableFuture<Void> eraseWithPatience(String topic, String key) {
        return sendWithPatience(new ProducerRecord<>(topic, key, null));
    }

    CompletableFuture<Void> send(ProducerRecord<String, byte[]> record) {
        return broker.producer()
                .map(producer -> send(producer, record))
                .orElseGet(() -> CompletableFuture.failedFuture(
                        new NotPublished(true, new IllegalStateException("The broker has not been there yet"))));
    }

    /** Like {@link #publish}, but tries again until Kafka confirms or refuses the record for good. */
    public CompletableFuture<Void> publishWithPatience(String topic, String key, byte[] body, CloudEvent event) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, body);
        describe(event, record.headers());
        return sendWithPatience(record);
    }

    CompletableFuture<Void> sendWithPatience(ProducerRecord<String, byte[]> record) {
        return send(record).exceptionallyCompose(error -> {
            if (Confirmation.isRefusal(error.getCause())) {
                return CompletableFuture.failedFuture(error);
            }
            Executor later = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
            return CompletableFuture.supplyAsync(() -> sendWithPatience(copy(record)), later)
                    .thenCompose(retried -> retried);
        });
    }

    private static ProducerRecord<String, byte[]> copy(ProducerRecord<String, byte[]> record) {
        return new ProducerRecord<>(
                record.topic(),
                null,
                record.key(),
                record.value(),
                new RecordHeaders(record.headers().toArray()));
    }

    private CompletableFuture<Void> send(Producer<String, byte[]> producer, ProducerRecord<String, byte[]> record) {
        Confirmation confirmation = new Confirmation();
        try {
            producer.send(record, (metadata, error) -> confirmation.arrived(error));
        } catch (KafkaException | IllegalStateException e) {
            confirmation.arrived(e);
        }
        confirmation.handedOver = true;
        return confirmation.outcome;
    }

    private static void describe(CloudEvent event, Headers headers) {
        put(headers, CloudEvent.SPEC_VERSION, CloudEvent.SPEC_VERSION_VALUE);
        put(headers, CloudEvent.ID, event.id());
        put(headers, CloudEvent.TYPE, event.type());
        put(headers, CloudEvent.SOURCE, event.source());
        put(headers, CloudEvent.TIME, event.time().toString());
        put(headers, CloudEvent.CORRELATION_ID, event.correlationId());
        put(headers, CloudEvent.CONTENT_TYPE, CloudEvent.CONTENT_TYPE_VALUE);
        if (!event.traceparent().isEmpty()) {
            put(headers, CloudEvent.TRACEPARENT, event.traceparent());
        }
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** What becomes of one record. A failure before the producer took it over is a certain one. */
    private final class Confirmation {
        private final CompletableFuture<Void> outcome = new CompletableFuture<>();
        private volatile boolean handedOver;

        private void arrived(Exception error) {
            if (error == null) {
                broker.confirmed();
                outcome.complete(null);
                return;
            }
            boolean refused = isRefusal(error);
            if (!handedOver && !refused) {
                broker.failed(error);
            }
            outcome.completeExceptionally(new NotPublished(!handedOver || refused, error));
        }

        private static boolean isRefusal(Throwable error) {
            return error instanceof RecordTooLargeException
                    || error instanceof AuthorizationException
                    || error instanceof InvalidTopicException;
        }
    }
}
