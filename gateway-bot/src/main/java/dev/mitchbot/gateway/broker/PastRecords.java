package dev.mitchbot.gateway.broker;

import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.GatewaySettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
    public void before(
            Topic topic,
            Map<Integer, Long> offsets,
            long count,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
        if (offsets.values().stream().anyMatch(offset -> offset > 0)) {
            try (Consumer<byte[], byte[]> records = consumer(topic)) {
                read(records, of(topic, offsets), count, each);
            }
        }
    }

    /**
     * Reads the last records of some partitions.
     *
     * @param counts how many, by partition
     * @throws TimeoutException when the broker is too slow
     */
    public void latest(
            Topic topic, Map<Integer, Long> counts, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
        if (!counts.isEmpty()) {
            try (Consumer<byte[], byte[]> records = consumer(topic)) {
                Map<TopicPartition, Long> wanted = of(topic, counts);
                Map<TopicPartition, Long> ends = records.endOffsets(wanted.keySet(), patience);
                long most = counts.values().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElseThrow();
                read(records, ends, most, each);
            }
        }
    }

    private Consumer<byte[], byte[]> consumer(Topic topic) {
        return clients.consumer("past-" + topic.topicName(), Optional.empty());
    }

    private static Map<TopicPartition, Long> of(Topic topic, Map<Integer, Long> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(
                        value -> new TopicPartition(topic.topicName(), value.getKey()), Map.Entry::getValue));
    }

    private void read(
            Consumer<byte[], byte[]> records,
            Map<TopicPartition, Long> ends,
            long count,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
        records.assign(ends.keySet());
        Map<TopicPartition, Long> first = records.beginningOffsets(ends.keySet(), patience);
        ends.forEach((partition, end) -> records.seek(partition, Math.max(first.get(partition), end - count)));
        long deadline = System.nanoTime() + patience.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> records.position(end.getKey(), patience) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("%s was not read within %s".formatted(ends.keySet(), patience));
            }
            records.poll(POLL).forEach(record -> {
                if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
                    each.accept(record);
                }
            });
        }
    }
}
