package dev.mitchbot.gateway.broker;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far a reader's partitions are handled. */
final class Progress {
    private final Map<TopicPartition, PartitionProgress> partitions = new ConcurrentHashMap<>();

    /** Notes that the record is being handled; the answer is to be told when it is done. */
    PartitionProgress begun(ConsumerRecord<?, ?> record) {
        PartitionProgress partition = partitions.computeIfAbsent(
                new TopicPartition(record.topic(), record.partition()), created -> new PartitionProgress());
        partition.begun(record.offset());
        return partition;
    }

    Set<TopicPartition> all() {
        return Set.copyOf(partitions.keySet());
    }

    boolean isIdle(Collection<TopicPartition> some) {
        return some.stream().map(partitions::get).allMatch(state -> state == null || state.isIdle());
    }

    /** Whether nothing is under way, nor done without being committed. */
    boolean isCommitted() {
        return partitions.values().stream().allMatch(PartitionProgress::isCommitted);
    }

    Map<TopicPartition, OffsetAndMetadata> toCommit(Collection<TopicPartition> some) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : some) {
            PartitionProgress state = partitions.get(partition);
            if (state != null) {
                state.toCommit().ifPresent(offset -> offsets.put(partition, new OffsetAndMetadata(offset)));
            }
        }
        return offsets;
    }

    void notCommitted(Collection<TopicPartition> some) {
        some.stream().map(partitions::get).filter(Objects::nonNull).forEach(PartitionProgress::notCommitted);
    }

    void forget(Collection<TopicPartition> some) {
        partitions.keySet().removeAll(some);
    }
}
