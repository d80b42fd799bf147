package dev.mitchbot.messaging.suite;

import dev.mitchbot.contracts.command.Caller;
import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Snowflakes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Kafka records as the gateway makes them, for tests. */
public final class Records {
    private static final AtomicLong SEQUENCE = new AtomicLong();
    private static final AtomicLong OFFSET = new AtomicLong();
    private static final int PARTITIONS = 24;

    private Records() {}

    /** A Discord id made now; each is greater than the one before. */
    public static long newId() {
        return newId(Duration.ZERO);
    }

    /** A Discord id made that long ago. */
    public static long newId(Duration ago) {
        long millis = Instant.now().minus(ago).toEpochMilli() - Snowflakes.EPOCH_MILLIS;
        return (millis << 22) | (SEQUENCE.incrementAndGet() & 0x3FFFFF);
    }

    public static Interaction interaction(long guildId, long id) {
        return new Interaction(id, 1, "token-" + id, guildId, 2);
    }

    /** A member without any permission. */
    public static Caller caller(long userId) {
        return new Caller(userId, "member-" + userId, 0, List.of(), "en-GB");
    }

    /** A record with all the headers of a good message. */
    public static ConsumerRecord<String, byte[]> record(
            String topic, long guildId, String id, String type, Object body) {
        return record(topic, Long.toString(guildId), id, type, Json.write(body));
    }

    /** A record that a {@link PoisonHandler} gets. */
    public static ConsumerRecord<String, byte[]> poison(String topic, long guildId, String id) {
        return record(topic, guildId, id, Poison.TYPE, new Poison(Map.of()));
    }

    /** A record with these very bytes. */
    public static ConsumerRecord<String, byte[]> record(String topic, String key, String id, String type, byte[] body) {
        int partition = Math.floorMod(key.hashCode(), PARTITIONS);
        var record = new ConsumerRecord<>(topic, partition, OFFSET.incrementAndGet(), key, body);
        header(record, CloudEvent.ID, id);
        header(record, CloudEvent.TYPE, type);
        header(record, CloudEvent.SOURCE, "suite");
        header(record, CloudEvent.TIME, Instant.now().toString());
        return record;
    }

    /** What one poll brings. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read from
    public static ConsumerRecords<String, byte[]> poll(ConsumerRecord<String, byte[]>... records) {
        return poll(List.of(records));
    }

    /** What one poll brings. */
    public static ConsumerRecords<String, byte[]> poll(List<ConsumerRecord<String, byte[]>> records) {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> byPartition = records.stream()
                .collect(Collectors.groupingBy(
                        record -> new TopicPartition(record.topic(), record.partition()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return new ConsumerRecords<>(byPartition, Map.of());
    }

    /** The same record without one of its headers. */
    public static ConsumerRecord<String, byte[]> without(String header, ConsumerRecord<String, byte[]> record) {
        record.headers().remove(header);
        return record;
    }

    private static void header(ConsumerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
