package dev.mitchbot.gateway.broker;

import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.GatewaySettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads what partitions have brought before, for nobody's group. */
@ApplicationScoped
public class PastRecords {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaClients clients;
    private final Duration patience;

    PastRecords(KafkaClients clients, GatewaySettings settings) {
        this.clients = clients;
        patience = settings.drainTimeout();
    }

    /**
     * Reads the records right before some offsets.
     *
     * @param offsets by partition
     * @param count how many of each partition at most
     * @throws TimeoutException when the broker is too slow
     */
    public void before(Topic topic, Map<Integer, Long> offsets, long count, RecordConsumer each) {
        Map<TopicPartition, Long> ends = of(topic, offsets);
        ends.values().removeIf(offset -> offset == 0);
        if (!ends.isEmpty()) {
            try (Consumer<byte[], byte[]> records = consumer(topic)) {
                read(records, ends, partition -> count, each);
            }
        }
    }

    /**
     * Reads the last records of some partitions.
     *
     * @param counts how many at most, by partition
     * @throws TimeoutException when the broker is too slow
     */
    public void latest(Topic topic, Map<Integer, Long> counts, RecordConsumer each) {
        Map<TopicPartition, Long> wanted = of(topic, counts);
        if (!wanted.isEmpty()) {
            try (Consumer<byte[], byte[]> records = consumer(topic)) {
                read(records, records.endOffsets(wanted.keySet(), patience), wanted::get, each);
            }
        }
    }

    /**
     * Opens a topic at the last so many records of each partition; what comes later follows. The caller closes it.
     *
     * @throws KafkaException when there is no such topic, or the broker is too slow
     */
    public Consumer<byte[], byte[]> tail(Topic topic, long count) {
        Consumer<byte[], byte[]> records = consumer(topic);
        try {
            List<TopicPartition> all = records.partitionsFor(topic.topicName(), patience).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            if (all.isEmpty()) {
                throw new KafkaException("There is no topic " + topic.topicName());
            }
            startBefore(records, records.endOffsets(all, patience), partition -> count);
            return records;
        } catch (RuntimeException e) {
            records.close();
            throw e;
        }
    }

    private Consumer<byte[], byte[]> consumer(Topic topic) {
        return clients.consumer("past-" + topic.topicName(), Optional.empty());
    }

    private static Map<TopicPartition, Long> of(Topic topic, Map<Integer, Long> values) {
        Map<TopicPartition, Long> of = new HashMap<>();
        values.forEach((partition, value) -> of.put(new TopicPartition(topic.topicName(), partition), value));
        return of;
    }

    private void read(
            Consumer<byte[], byte[]> records,
            Map<TopicPartition, Long> ends,
            ToLongFunction<TopicPartition> count,
            RecordConsumer each) {
        startBefore(records, ends, count);
        long deadline = System.nanoTime() + patience.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> records.position(end.getKey(), patience) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("%s was not read within %s".formatted(ends.keySet(), patience));
            }
            for (ConsumerRecord<byte[], byte[]> record : records.poll(POLL)) {
                if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
                    each.accept(record);
                }
            }
        }
    }

    private void startBefore(
            Consumer<byte[], byte[]> records, Map<TopicPartition, Long> ends, ToLongFunction<TopicPartition> count) {
        records.assign(ends.keySet());
        Map<TopicPartition, Long> first = records.beginningOffsets(ends.keySet(), patience);
        ends.forEach((partition, end) ->
                records.seek(partition, Math.max(first.get(partition), end - count.applyAsLong(partition))));
    }

    /** Takes note of a record. */
    @FunctionalInterface
    public interface RecordConsumer {
        void accept(ConsumerRecord<byte[], byte[]> record);
    }
}
