package dev.mitchbot.gateway.broker;

import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Handles one record without blocking. */
@FunctionalInterface
public interface RecordHandler {
    /** Completes when the record needs no further attention. */
    CompletionStage<Void> handle(ConsumerRecord<byte[], byte[]> record) throws BadRecord;

    /**
     * Told on the reader's thread when partitions come to it, before any of their records does.
     *
     * @param backlogs what the last reader of each has left
     * @throws org.apache.kafka.common.KafkaException when it can't take them up; it is told again
     */
    default void assigned(Map<Integer, Backlog> backlogs) {}
}
