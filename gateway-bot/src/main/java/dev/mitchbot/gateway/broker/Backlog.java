package dev.mitchbot.gateway.broker;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The records of a partition that nobody has committed: another reader may have handled them, and died.
 *
 * @param from the offset of the first
 * @param to the offset after the last
 */
public record Backlog(long from, long to) {
    static Map<Integer, Backlog> of(Consumer<?, ?> consumer, Set<TopicPartition> partitions, Duration timeout) {
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions, timeout);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions, timeout);
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions, timeout);
        return partitions.stream().collect(Collectors.toMap(TopicPartition::partition, partition -> {
            OffsetAndMetadata reached = committed.get(partition);
            long from = reached == null ? first.get(partition) : reached.offset();
            return new Backlog(from, end.get(partition));
        }));
    }

    public long size() {
        return Math.max(0, to - from);
    }

    public boolean contains(long offset) {
        return offset >= from && offset < to;
    }
}
