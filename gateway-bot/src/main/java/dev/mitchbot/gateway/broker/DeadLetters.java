package dev.mitchbot.gateway.broker;

import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.telemetry.GatewayMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;

/** Puts aside what cannot be handled, with the reason in its headers. */
@ApplicationScoped
public class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Publisher publisher;
    private final GatewayMetrics metrics;

    DeadLetters(Publisher publisher, GatewayMetrics metrics) {
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /** Completes when the record is in the dead-letter topic. */
    public CompletableFuture<Void> bury(ConsumerRecord<byte[], byte[]> record, String reason) {
        // The reason may quote the record, so it stays in the header.
        LOG.warnf("Dead letter from %s-%d@%d", record.topic(), record.partition(), record.offset());
        metrics.buried(record.topic());
        String key = Optional.ofNullable(record.key())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse(null);
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(Topic.deadLetterName(record.topic()), key, record.value());
        Headers headers = letter.headers();
        record.headers().forEach(headers::add);
        put(headers, "dlq-reason", reason);
        put(headers, "dlq-topic", record.topic());
        put(headers, "dlq-partition", String.valueOf(record.partition()));
        put(headers, "dlq-offset", String.valueOf(record.offset()));
        return publisher.sendWithPatience(letter);
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
