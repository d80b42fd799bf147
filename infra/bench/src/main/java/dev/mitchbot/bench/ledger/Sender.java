package dev.mitchbot.bench.ledger;

import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Snowflakes;
import dev.mitchbot.contracts.wire.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes commands as a gateway does, each under an id of its own. One thread uses it. */
final class Sender implements AutoCloseable {
    /** How many ids fit into one millisecond: an id's low 22 bits are the command's number. */
    static final int NUMBERS = 1 << 22;

    private static final byte[] SOURCE = bytes("gateway-bot");
    private static final byte[] SPEC_VERSION = bytes(CloudEvent.SPEC_VERSION_VALUE);
    private static final byte[] CONTENT_TYPE = bytes(CloudEvent.CONTENT_TYPE_VALUE);

    /** Commands of one partition travel together: what the broker does for each request is not what is measured. */
    private static final int LINGER_MS = 5;

    private static final int BUFFER_BYTES = 64 * 1024 * 1024;

    private final KafkaProducer<String, byte[]> producer;
    private List<Order> orders = List.of();
    private long sent;

    Sender(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "bench",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        LINGER_MS,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        BUFFER_BYTES),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** What to send from now on, again and again from the first. */
    void take(List<Order> next) {
        orders = next;
    }

    long sent() {
        return sent;
    }

    /** The number that the next command has. */
    static int number(long command) {
        return (int) (command & (NUMBERS - 1));
    }

    void send() {
        Order order = orders.get((int) (sent % orders.size()));
        long millis = System.currentTimeMillis();
        byte[] id = bytes(Long.toString((millis - Snowflakes.EPOCH_MILLIS) << 22 | number(sent)));
        var command = new ProducerRecord<>(Topic.ECONOMY_COMMANDS.topicName(), order.key(), order.bodyWith(id));
        command.headers()
                .add(CloudEvent.SPEC_VERSION, SPEC_VERSION)
                .add(CloudEvent.ID, id)
                .add(CloudEvent.TYPE, order.type())
                .add(CloudEvent.SOURCE, SOURCE)
                .add(CloudEvent.TIME, bytes(Instant.ofEpochMilli(millis).toString()))
                .add(CloudEvent.CORRELATION_ID, id)
                .add(CloudEvent.CONTENT_TYPE, CONTENT_TYPE);
        sent++;
        producer.send(command);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        producer.close();
    }
}
