package dev.mitchbot.infra.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaIT {
    private static final TopicPartition TOPIC = new TopicPartition("coins", 0);
    private static final int PATIENCE_MS = 30_000;

    @TempDir
    Path folder;

    @Test
    void keepsItsRecordsThroughStopAndStart() throws Exception {
        var options = LocalKafka.Options.in(folder);
        try (var kafka = LocalKafka.start(options)) {
            kafka.createTopics(1, "coins");
            send(kafka.address(), 100, PATIENCE_MS);
        }
        try (var kafka = LocalKafka.start(options)) {
            kafka.createTopics(1, "coins");
            send(kafka.address(), 100, PATIENCE_MS);
            kafka.restart();
            assertThat(records(kafka.address())).isEqualTo(2);
        }
    }

    @Test
    void keepsItsRecordsThroughKillNine() throws Exception {
        try (var kafka = KafkaProcess.start(LocalKafka.Options.temporary())) {
            kafka.createTopics(1, "coins");
            send(kafka.address(), 100, PATIENCE_MS);
            long before = kafka.pid();
            kafka.kill();
            assertThat(ProcessHandle.of(before)).isEmpty();
            kafka.restart();
            assertThat(records(kafka.address())).isEqualTo(1);
            send(kafka.address(), 100, PATIENCE_MS);
            assertThat(records(kafka.address())).isEqualTo(2);
        }
    }

    @Test
    void answersAgainWhenItIsResumed() throws Exception {
        try (var kafka = KafkaProcess.start(LocalKafka.Options.temporary())) {
            kafka.createTopics(1, "coins");
            kafka.freeze();
            assertThatThrownBy(() -> send(kafka.address(), 1, 1_000))
                    .satisfies(
                            failure -> assertThat(failure instanceof ExecutionException ? failure.getCause() : failure)
                                    .isInstanceOf(TimeoutException.class));
            kafka.resume();
            send(kafka.address(), 1, PATIENCE_MS);
            assertThat(records(kafka.address())).isPositive();
        }
    }

    @Test
    void takesRecordsOfTwoMegabytesButNotOfFive() throws Exception {
        KafkaAddress kafka = TestServers.kafka();
        kafka.createTopics(1, "coins");
        send(kafka, 2 << 20, PATIENCE_MS);
        assertThat(records(kafka)).isEqualTo(1);
        assertThatThrownBy(() -> send(kafka, 5 << 20, PATIENCE_MS)).hasCauseInstanceOf(RecordTooLargeException.class);
    }

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var options = LocalKafka.Options.in(folder).onPort(taken.getLocalPort());
            assertThatThrownBy(() -> LocalKafka.start(options)).isInstanceOf(PortTaken.class);
            assertThatThrownBy(() -> KafkaProcess.start(options)).isInstanceOf(PortTaken.class);
        }
    }

    private static void send(KafkaAddress kafka, int bytes, int patienceMs) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "acks",
                "all",
                "max.request.size",
                16 << 20,
                "max.block.ms",
                patienceMs,
                "linger.ms",
                0,
                "request.timeout.ms",
                patienceMs,
                "delivery.timeout.ms",
                patienceMs);
        var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.send(new ProducerRecord<>(TOPIC.topic(), new byte[bytes])).get();
        } finally {
            producer.close(Duration.ofMillis(
                    patienceMs)); // without a limit it would wait for a frozen broker, perhaps for ever
        }
    }

    /** How many records the topic gives to a reader that starts at its beginning. */
    private static int records(KafkaAddress kafka) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(TOPIC));
            consumer.seekToBeginning(List.of(TOPIC));
            long end = consumer.endOffsets(List.of(TOPIC)).get(TOPIC);
            int read = 0;
            while (consumer.position(TOPIC) < end) {
                read += consumer.poll(Duration.ofSeconds(1)).count();
            }
            return read;
        }
    }
}
