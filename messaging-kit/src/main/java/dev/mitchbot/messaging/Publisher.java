package dev.mitchbot.messaging;

import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Topic;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.jboss.logmanager.Level;

/** Publishes to Kafka until the broker has confirmed: what a committed transaction caused must go out. */
@Singleton
public final class Publisher {
    private static final Logger LOG = Logger.getLogger(Publisher.class);
    /** A batch's messages go to many partitions: those that are added within this time travel in one request. */
    private static final int LINGER_MS = 2;

    private static final int DEAD_LETTER_BYTES_MAX = 4 * 1024 * 1024;

    private final MessagingConfig config;
    private final KafkaProducer<String, byte[]> producer;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    Publisher(MessagingConfig config, BrokerSettings broker) {
        this.config = config;
        int timeoutMillis = (int) config.publishTimeout().toMillis();
        this.producer = new KafkaProducer<>(
                broker.with(Map.of(
                        ProducerConfig.CLIENT_ID_CONFIG,
                        config.service() + "-publisher",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        LINGER_MS,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        128 * 1024,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        timeoutMillis / 2,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        timeoutMillis,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        timeoutMillis,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        DEAD_LETTER_BYTES_MAX)),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @PreDestroy
    void stop() {
        stopping = true;
        producer.close(Duration.ofSeconds(2));
        threads.shutdown();
    }

    /** Whether this instance is on its way out: what fails now is not tried again. */
    public boolean isStopping() {
        return stopping;
    }

    /** Completes when the broker has confirmed every message; fails only when this instance stops. */
    public Uni<Void> publish(List<Outgoing> messages) {
        return messages.isEmpty()
                ? Uni.createFrom().voidItem()
                : confirmed(messages.stream().map(this::record).toList());
    }

    /**
     * Puts a record that could not be handled on its dead-letter topic, as it was, with the reason beside it.
     *
     * @param record the record as it came
     * @param reason in plain words
     */
    public Uni<Void> deadLetter(ConsumerRecord<String, byte[]> record, String reason) {
        InteractionLog.write(
                LOG,
                Level.WARN,
                interactionOf(record),
                "Dead letter from %s/%d@%d: %s".formatted(record.topic(), record.partition(), record.offset(), reason));
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(Topic.deadLetterName(record.topic()), record.key(), record.value());
        record.headers().forEach(letter.headers()::add);
        put(letter.headers(), "dlq-reason", reason);
        put(letter.headers(), "dlq-topic", record.topic());
        put(letter.headers(), "dlq-partition", Integer.toString(record.partition()));
        put(letter.headers(), "dlq-offset", Long.toString(record.offset()));
        put(letter.headers(), "dlq-service", config.service());
        return confirmed(List.of(letter));
    }

    private static String interactionOf(ConsumerRecord<String, byte[]> record) {
        Header header = record.headers().lastHeader(CloudEvent.CORRELATION_ID);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private Uni<Void> confirmed(List<ProducerRecord<String, byte[]>> records) {
        return Uni.createFrom()
                .<Void>emitter(emitter -> threads.execute(() -> {
                    try {
                        sendUntilConfirmed(records);
                        emitter.complete(null);
                    } catch (InterruptedException | RuntimeException | Error e) {
                        emitter.fail(e);
                    }
                }));
    }

    private void sendUntilConfirmed(List<ProducerRecord<String, byte[]>> records) throws InterruptedException {
        List<ProducerRecord<String, byte[]>> open = records;
        for (BackOff backOff = BackOff.of(config); !open.isEmpty(); backOff = backOff.next()) {
            if (stopping) {
                throw new IllegalStateException("Stopped before the broker had confirmed " + open.size() + " messages");
            }
            open = send(open);
            if (!open.isEmpty()) {
                Thread.sleep(backOff.pause());
            }
        }
    }

    /** Sends all and waits for all; returns those that the broker did not confirm. */
    private List<ProducerRecord<String, byte[]>> send(List<ProducerRecord<String, byte[]>> records)
            throws InterruptedException {
        List<ProducerRecord<String, byte[]>> failed = new ArrayList<>();
        List<Future<RecordMetadata>> confirmations = new ArrayList<>(records.size());
        for (ProducerRecord<String, byte[]> record : records) {
            confirmations.add(producer.send(record));
        }
        for (int i = 0; i < records.size(); i++) {
            try {
                confirmations.get(i).get();
            } catch (ExecutionException e) {
                LOG.warnf(
                        "Not confirmed on %s, sending again: %s", records.get(i).topic(), e.getCause());
                failed.add(records.get(i));
            }
        }
        return failed;
    }

    private ProducerRecord<String, byte[]> record(Outgoing message) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(message.topic().topicName(), message.key(), message.body());
        Headers headers = record.headers();
        put(headers, CloudEvent.ID, message.id());
        put(headers, CloudEvent.TYPE, message.type());
        put(headers, CloudEvent.SOURCE, config.service());
        put(
                headers,
                CloudEvent.TIME,
                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        put(headers, CloudEvent.SPEC_VERSION, CloudEvent.SPEC_VERSION_VALUE);
        put(headers, CloudEvent.CORRELATION_ID, message.cause());
        put(headers, CloudEvent.CONTENT_TYPE, CloudEvent.CONTENT_TYPE_VALUE);
        if (!message.traceparent().isEmpty()) {
            put(headers, CloudEvent.TRACEPARENT, message.traceparent());
        }
        return record;
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
