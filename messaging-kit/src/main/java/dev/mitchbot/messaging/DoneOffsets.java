package dev.mitchbot.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * How far each partition of one consumer is read, done and committed. Records of one partition are done in their order, so
 * with one all before it are. What the broker refuses to commit stays due until it does.
 */
final class DoneOffsets {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Map<TopicPartition, Progress> partitions = new ConcurrentHashMap<>();

    /** A record of this partition has come, and all before it. */
    void read(TopicPartition partition, long offset) {
        partitions.compute(
                partition,
                (name, progress) -> progress == null || offset < progress.read()
                        ? Progress.from(offset)
                        : progress.withRead(offset + 1));
    }

    void done(TopicPartition partition, long offset) {
        partitions.computeIfPresent(partition, (name, progress) -> progress.withDone(offset));
    }

    /** Whether something is done and not committed. */
    boolean isDue() {
        return partitions.values().stream().anyMatch(Progress::isDue);
    }

    /** Whether something is read and not done. */
    boolean isOpen() {
        return partitions.values().stream().anyMatch(Progress::isOpen);
    }

    /**
     * Commits what is due, as long as the partitions are this consumer's. Takes two seconds at most.
     *
     * @param consumer on its own thread
     * @throws KafkaException if that cannot be done now
     */
    void commit(Consumer<?, ?> consumer) {
        partitions.keySet().retainAll(consumer.assignment());
        commit(consumer, partitions.keySet());
    }

    /** The same for partitions that become another's: afterwards they are forgotten, whether that could be done or not. */
    void leave(Consumer<?, ?> consumer, Collection<TopicPartition> left) {
        try {
            commit(consumer, left);
        } finally {
            partitions.keySet().removeAll(left);
        }
    }

    private void commit(Consumer<?, ?> consumer, Collection<TopicPartition> some) {
        Map<TopicPartition, Progress> due = partitions.entrySet().stream()
                .filter(entry ->
                        some.contains(entry.getKey()) && entry.getValue().isDue())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (due.isEmpty()) {
            return;
        }
        consumer.commitSync(
                due.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> new OffsetAndMetadata(entry.getValue().done()))),
                PATIENCE);
        due.forEach((partition, committed) ->
                partitions.computeIfPresent(partition, (name, progress) -> progress.withCommitted(committed.done())));
    }

    /**
     * Each but the first is the offset after the last such record.
     *
     * @param first the record that was read first: older ones, of which there may be news yet, were read before the partition
     *     came to this consumer or came back to it
     */
    private record Progress(long first, long read, long done, long committed) {
        static Progress from(long offset) {
            return new Progress(offset, offset + 1, offset, offset);
        }

        Progress withRead(long next) {
            return new Progress(first, next, done, committed);
        }

        Progress withDone(long offset) {
            return offset < first || offset < done ? this : new Progress(first, read, offset + 1, committed);
        }

        Progress withCommitted(long next) {
            return new Progress(first, read, done, next);
        }

        boolean isOpen() {
            return done < read;
        }

        boolean isDue() {
            return committed < done;
        }
    }
}
