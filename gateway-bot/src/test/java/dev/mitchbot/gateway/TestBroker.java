package dev.mitchbot.gateway;

import dev.mitchbot.contracts.reply.Reply;
import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.infra.servers.TestServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The services' side of Kafka: says what they would say and hears what they would hear. */
public final class TestBroker {
    private static final int MAX_BYTES = 4 << 20;

    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;

    /** On the Kafka that all tests of this JVM share. */
    public static TestBroker shared() {
        return new TestBroker(TestServers.kafka().bootstrapServers());
    }

    public TestBroker(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "max.request.size", MAX_BYTES),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    public void reply(Reply reply) {
        reply(reply, UUID.randomUUID().toString());
    }

    public void reply(Reply reply, String id) {
        var record = record(
                Topic.REPLIES, Long.toString(reply.interaction().guildId()), id, reply.type(), Json.write(reply));
        String interaction = Long.toString(reply.interaction().id());
        record.headers().add(CloudEvent.CORRELATION_ID, interaction.getBytes(StandardCharsets.UTF_8));
        send(record);
    }

    public void say(Topic topic, String key, String id, String type, byte[] body) {
        say(topic, key, id, type, body, "");
    }

    public void say(Topic topic, String key, String id, String type, byte[] body, String traceparent) {
        var record = record(topic, key, id, type, body);
        record.headers().add(CloudEvent.TRACEPARENT, traceparent.getBytes(StandardCharsets.UTF_8));
        send(record);
    }

    private static ProducerRecord<String, byte[]> record(Topic topic, String key, String id, String type, byte[] body) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic.topicName(), key, body);
        record.headers().add(CloudEvent.ID, id.getBytes(StandardCharsets.UTF_8));
        record.headers().add(CloudEvent.TYPE, type.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything that stands in the topic from now on, as it comes. */
    public Heard hear(String topic) {
        return new Heard(bootstrapServers, topic);
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** A listener on one topic. */
    public static final class Heard {
        private final List<ConsumerRecord<String, byte[]>> records = new CopyOnWriteArrayList<>();

        private Heard(String bootstrapServers, String topic) {
            KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", bootstrapServers, "max.partition.fetch.bytes", MAX_BYTES),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory())
                    .execute(() -> {
                        while (true) {
                            consumer.poll(Duration.ofMillis(20)).forEach(records::add);
                        }
                    });
        }

        public List<ConsumerRecord<String, byte[]>> of(String messageId) {
            return records.stream()
                    .filter(record -> record.headers().lastHeader(CloudEvent.ID) != null)
                    .filter(record -> header(record, CloudEvent.ID).equals(messageId))
                    .toList();
        }

        public List<ConsumerRecord<String, byte[]>> all() {
            return records;
        }
    }
}
