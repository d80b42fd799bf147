package dev.mitchbot.e2e;

import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** The topics, past the services: what anybody with access to the broker can put there and hear. */
final class Wire implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final int LARGEST_REQUEST = 6 << 20;

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> heard = new CopyOnWriteArrayList<>();
    private final Thread listener;
    private volatile boolean listening = true;

    /** Hears these topics from now on. */
    Wire(String bootstrapServers, String... topics) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "max.request.size", LARGEST_REQUEST, "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = Stream.of(topics)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        listener = Thread.ofPlatform().name("wire").start(this::listen);
    }

    /** Puts a message there as a service would, and returns once the broker has it. */
    void put(Topic topic, String key, String id, String type, byte[] body) {
        put(topic, key, Map.of(CloudEvent.ID, id, CloudEvent.TYPE, type), body);
    }

    void put(Topic topic, String key, Map<String, String> headers, byte[] body) {
        var record = new ProducerRecord<>(topic.topicName(), key, body);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("not put on " + topic, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing to " + topic, e);
        }
    }

    /** Waits for the first record whose header says so. */
    ConsumerRecord<String, byte[]> await(String topic, String header, String value) {
        Awaitility.await(topic + " with " + header + " " + value)
                .atMost(PATIENCE)
                .pollInterval(POLL)
                .until(() -> !all(topic, header, value).isEmpty());
        return all(topic, header, value).getFirst();
    }

    /** All records so far whose header says so. */
    List<ConsumerRecord<String, byte[]>> all(String topic, String header, String value) {
        return heard.stream()
                .filter(record -> record.topic().equals(topic))
                .filter(record -> header(record, header).equals(value))
                .toList();
    }

    /** A header's text, or an empty string. */
    static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private void listen() {
        while (listening) {
            consumer.poll(POLL).forEach(heard::add);
        }
    }

    @Override
    public void close() {
        listening = false;
        try {
            listener.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
        producer.close(PATIENCE);
    }
}
