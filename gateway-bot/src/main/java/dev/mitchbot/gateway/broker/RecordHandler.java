package dev.mitchbot.gateway.broker;

import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Handles one record without blocking. */
@FunctionalInterface
public interface RecordHandler {
    /** Completes when the record needs no further attention. */
    CompletionStage<Void> handle(ConsumerRecord<byte[], byte[]> record) throws BadRecord;
}
