package dev.mitchbot.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * How far each partition of one consumer is read, done and committed. A later poll may be done before an earlier one, whose
 * dead letters wait for the broker: only what nothing open comes before is committed. What the broker refuses to commit stays
 * due until it does.
 */
final class DoneOffsets {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Map<TopicPartition, Progress> partitions = new ConcurrentHashMap<>();

    /** A poll has come that ends with this record of the partition. */
    void read(TopicPartition partition, long offset) {
        partitions.compute(
                partition,
                (name, progress) -> progress == null || offset < progress.read()
                        ? Progress.from(offset)
                        : progress.withRead(offset + 1));
    }

    /** The poll that ends with this record is done. */
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
     * The others are the offset after the last such record.
     *
     * @param open polls that are not done, each by its last record, with the offset from which it has to be read again
     */
    private record Progress(long read, NavigableMap<Long, Long> open, long committed) {
        static Progress from(long offset) {
            return new Progress(offset + 1, new TreeMap<>(Map.of(offset, offset)), offset);
        }

        Progress withRead(long next) {
            var more = new TreeMap<>(open);
            more.put(next - 1, read);
            return new Progress(next, more, committed);
        }

        Progress withDone(long offset) {
            var fewer = new TreeMap<>(open);
            fewer.remove(offset);
            return new Progress(read, fewer, committed);
        }

        Progress withCommitted(long next) {
            return new Progress(read, open, next);
        }

        /** All before it are done. */
        long done() {
            return open.isEmpty() ? read : open.firstEntry().getValue();
        }

        boolean isOpen() {
            return !open.isEmpty();
        }

        boolean isDue() {
            return committed < done();
        }
    }
}
