package dev.mitchbot.gateway.broker;

import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record that made sense.
 *
 * @param traceparent empty where nothing is traced
 */
public record Message<T>(String id, String correlationId, String traceparent, T body) {

    /** Reads a record whose type is one of those expected. */
    public static <T> Message<? extends T> read(
            ConsumerRecord<byte[], byte[]> record, Map<String, Class<? extends T>> types) throws BadRecord {
        String type = header(record, CloudEvent.TYPE).orElseThrow(() -> new BadRecord("No " + CloudEvent.TYPE));
        Class<? extends T> expected =
                Optional.ofNullable(types.get(type)).orElseThrow(() -> new BadRecord("Unknown type " + type));
        String id = idOf(record).orElseThrow(() -> new BadRecord("No " + CloudEvent.ID));
        return new Message<>(
                id,
                correlationOf(record).orElse(id),
                header(record, CloudEvent.TRACEPARENT).orElse(""),
                body(record, expected));
    }

    /** The id of a record, whether it makes sense or not. */
    public static Optional<String> idOf(ConsumerRecord<byte[], byte[]> record) {
        return header(record, CloudEvent.ID);
    }

    /** The interaction or request at the start of a record's chain. */
    public static Optional<String> correlationOf(ConsumerRecord<byte[], byte[]> record) {
        return header(record, CloudEvent.CORRELATION_ID);
    }

    private static <T> T body(ConsumerRecord<byte[], byte[]> record, Class<T> type) throws BadRecord {
        if (record.value() == null) {
            throw new BadRecord("No body");
        }
        try {
            return Optional.ofNullable(Json.read(record.value(), type))
                    .orElseThrow(() -> new BadRecord("Body is null"));
        } catch (IOException e) {
            throw new BadRecord(firstLine(e));
        }
    }

    private static String firstLine(IOException e) {
        return Optional.ofNullable(e.getMessage())
                .orElse(e.toString())
                .lines()
                .findFirst()
                .orElse("");
    }

    private static Optional<String> header(ConsumerRecord<byte[], byte[]> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
