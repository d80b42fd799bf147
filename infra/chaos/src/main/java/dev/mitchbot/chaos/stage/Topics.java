package dev.mitchbot.chaos.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The broker's topics, read and written past the services. */
public record Topics(String bootstrapServers) {
    private static final int TIMEOUT_MS = 20_000;
    private static final int PROBE_MS = 1_000;

    /** Whether the broker is there. */
    static boolean answer(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PROBE_MS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PROBE_MS))) {
            return !admin.describeCluster(new DescribeClusterOptions().timeoutMs(PROBE_MS))
                    .nodes()
                    .get()
                    .isEmpty();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public Map<TopicPartition, Long> ends(String topic) {
        try (var consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer, topic));
        }
    }

    /** What stands between these offsets and the end now. */
    public List<ConsumerRecord<String, byte[]>> since(Map<TopicPartition, Long> offsets) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        read(offsets, records::add);
        return records;
    }

    /** Shows all that stands in the topic now, which may be more than the memory holds at once. */
    public void readAll(String topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
        Map<TopicPartition, Long> beginnings;
        try (var consumer = consumer()) {
            beginnings = consumer.beginningOffsets(partitions(consumer, topic));
        }
        read(beginnings, reader);
    }

    private void read(Map<TopicPartition, Long> offsets, Consumer<ConsumerRecord<String, byte[]>> reader) {
        try (var consumer = consumer()) {
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(offsets.keySet()));
            consumer.assign(offsets.keySet());
            offsets.forEach(consumer::seek);
            long moved = System.nanoTime();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                var records = consumer.poll(Duration.ofMillis(100));
                records.forEach(reader);
                if (!records.isEmpty()) {
                    moved = System.nanoTime();
                } else if (System.nanoTime() - moved > TimeUnit.MILLISECONDS.toNanos(TIMEOUT_MS)) {
                    throw new KafkaException("nothing more to read for " + TIMEOUT_MS + " ms: " + ends);
                }
            }
        }
    }

    /** Tells which of them the broker has confirmed; the others may be there or not. */
    public List<ProducerRecord<String, byte[]>> publish(List<ProducerRecord<String, byte[]>> records) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        TIMEOUT_MS,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        3 * TIMEOUT_MS,
                        // A broker that was killed knows the last batch of each producer again, not those before it.
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        4 * 1024 * 1024),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var confirmations = records.stream().map(producer::send).toList();
            var confirmed = new ArrayList<ProducerRecord<String, byte[]>>();
            for (int i = 0; i < records.size(); i++) {
                if (isConfirmed(confirmations.get(i))) {
                    confirmed.add(records.get(i));
                }
            }
            return confirmed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private static boolean isConfirmed(Future<?> confirmation) throws InterruptedException {
        try {
            confirmation.get();
            return true;
        } catch (ExecutionException e) {
            return false;
        }
    }

    /** How many records of the topic the group has not done with. */
    public long lag(String group, String topic) {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS))) {
            Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            long lag = 0;
            for (var end : ends(topic).entrySet()) {
                OffsetAndMetadata committed = done.get(end.getKey());
                lag += end.getValue() - (committed == null ? 0 : committed.offset());
            }
            return lag;
        } catch (ExecutionException e) {
            throw new KafkaException("no offsets of " + group, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        TIMEOUT_MS,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
