package dev.mitchbot.messaging;

import dev.mitchbot.contracts.command.Command;
import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Json;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A message on its way to its handler.
 *
 * @param event its CloudEvents attributes; the id makes handling it idempotent within the guild
 * @param guildId the guild it concerns
 * @param body the record that its type names
 * @param payloadHash the first 8 bytes of SHA-256 over the body's bytes, to tell a repeated message from a reused id
 * @param record where it stands in Kafka; empty for a REST write or a due row
 */
public record Message(
        CloudEvent event,
        long guildId,
        Object body,
        long payloadHash,
        Optional<ConsumerRecord<String, byte[]>> record) {
    /** When the member acted, by Discord's clock, for a command; empty for all else, which never goes stale. */
    Optional<Instant> actedAt() {
        return body instanceof Command command
                ? Optional.of(command.interaction().createdAt())
                : Optional.empty();
    }

    /**
     * A message that does not come from Kafka: a REST write or a due row.
     *
     * @param id the idempotency key, unique in the guild, the same whenever it is tried again
     * @param correlationId the request's id
     */
    public static Message local(String id, String type, long guildId, Object body, String correlationId) {
        CloudEvent event = new CloudEvent(id, type, "local", Instant.now(), correlationId, "");
        return new Message(event, guildId, body, Decoder.hash(Json.write(body)), Optional.empty());
    }

    /** Who waits for the answer to a command; nobody for all else. */
    Optional<Waiting> waiting() {
        return body instanceof Command command
                ? Optional.of(new Waiting(event, command.interaction()))
                : Optional.empty();
    }

    MessageId id() {
        return new MessageId(guildId, event.id());
    }

    /** What makes a message the same message. */
    record MessageId(long guildId, String id) {}
}
