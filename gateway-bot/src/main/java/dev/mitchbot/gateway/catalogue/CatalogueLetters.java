package dev.mitchbot.gateway.catalogue;

import dev.mitchbot.gateway.broker.DeadLetters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Buries each bad record of the catalogue once, although each start reads all of them again: how far the dead letters go
 * stands in Kafka, under the name of a group. Where that cannot be asked they are buried again, as commands matter more.
 */
final class CatalogueLetters {
    static final String GROUP = "gateway-bot-catalogue";

    private static final Logger LOG = Logger.getLogger(CatalogueLetters.class);

    private final DeadLetters deadLetters;
    private final Consumer<byte[], byte[]> consumer;
    private final List<CompletableFuture<Void>> underWay = new ArrayList<>();
    private Map<TopicPartition, OffsetAndMetadata> settled = new HashMap<>();

    CatalogueLetters(
            DeadLetters deadLetters,
            Consumer<byte[], byte[]> consumer,
            Set<TopicPartition> partitions,
            Duration patience) {
        this.deadLetters = deadLetters;
        this.consumer = consumer;
        try {
            consumer.committed(partitions, patience).forEach((partition, offset) -> {
                if (offset != null) {
                    settled.put(partition, offset);
                }
            });
        } catch (TimeoutException e) {
            LOG.warnf("How far the catalogue's bad records are buried is not known: %s", e.getMessage());
        }
    }

    void bury(ConsumerRecord<byte[], byte[]> record, String reason) {
        OffsetAndMetadata buriedBefore = settled.get(new TopicPartition(record.topic(), record.partition()));
        if (buriedBefore == null || record.offset() >= buriedBefore.offset()) {
            underWay.add(deadLetters.bury(record, reason));
        }
    }

    /** Notes how far the catalogue is read, unless a letter is under way or was refused: the next start buries that again. */
    void note() {
        underWay.removeIf(letter -> letter.isDone() && !letter.isCompletedExceptionally());
        if (!underWay.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
        consumer.assignment()
                .forEach(partition -> read.put(partition, new OffsetAndMetadata(consumer.position(partition))));
        if (!read.equals(settled)) {
            settled = read;
            consumer.commitAsync(read, (offsets, error) -> {
                if (error != null) {
                    LOG.debugf("Not noted how far the catalogue is read: %s", error.getMessage());
                }
            });
        }
    }
}
