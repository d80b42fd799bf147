package dev.mitchbot.gateway.broker;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * The records of a partition that nobody has committed: another reader may have handled them, and died.
 *
 * @param from the offset of the first
 * @param to the offset after the last
 */
public record Backlog(long from, long to) {
    private static final Logger LOG = Logger.getLogger(Backlog.class);

    static Map<Integer, Backlog> of(Consumer<?, ?> consumer, Set<TopicPartition> partitions, Duration timeout) {
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions, timeout);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions, timeout);
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions, timeout);
        return partitions.stream().collect(Collectors.toMap(TopicPartition::partition, partition -> {
            OffsetAndMetadata reached = committed.get(partition);
            return reached == null
                    ? new Backlog(first.get(partition), end.get(partition))
                    : within(partition, reached.offset(), first.get(partition), end.get(partition));
        }));
    }

    /** A log may have lost what was committed: its oldest records to their age, its newest to a broker's sudden end. */
    private static Backlog within(TopicPartition partition, long committed, long first, long end) {
        if (committed > end) {
            LOG.warnf("%s ends at %d, but was read up to %d: going on from its end", partition, end, committed);
        }
        return new Backlog(Math.max(first, Math.min(committed, end)), end);
    }

    public long size() {
        return Math.max(0, to - from);
    }

    public boolean contains(long offset) {
        return offset >= from && offset < to;
    }
}
