package dev.mitchbot.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.infra.servers.KafkaAddress;
import dev.mitchbot.messaging.suite.Records;
import dev.mitchbot.messaging.suite.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = Servers.class, restrictToAnnotatedClass = false)
class DoneOffsetsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(100);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private final String name = "done-" + Records.newId();
    private final List<KafkaConsumer<String, byte[]>> consumers = new ArrayList<>();
    private final DoneOffsets offsets = new DoneOffsets();

    @AfterEach
    void leave() {
        consumers.forEach(KafkaConsumer::close);
    }

    /** The group waits for its second member before it takes the third in; until then it takes no commits from the first. */
    @Test
    void commitsOnceTheGroupIsSharedOutWhatWasRefusedMeanwhile() throws Exception {
        kafka().createTopics(2, name);
        var first = member();
        var second = member();
        await().atMost(PATIENCE).until(() -> holdsOne(first) & holdsOne(second));
        TopicPartition mine = first.assignment().iterator().next();
        long offset = publish(mine);
        await().atMost(PATIENCE).until(() -> !first.poll(POLL).isEmpty());
        offsets.read(mine, offset);

        var third = member();
        await().atMost(PATIENCE).until(() -> {
            third.poll(POLL);
            first.poll(POLL);
            return refusesCommits(first, mine);
        });
        offsets.done(mine, offset);
        assertThatThrownBy(() -> offsets.commit(first)).isInstanceOf(RebalanceInProgressException.class);
        assertThat(offsets.isDue()).isTrue();

        await().atMost(PATIENCE).until(() -> {
            consumers.forEach(consumer -> consumer.poll(POLL));
            return !refusesCommits(first, mine);
        });
        offsets.commit(first);
        assertThat(first.committed(Set.of(mine)).get(mine).offset()).isEqualTo(offset + 1);
        assertThat(offsets.isDue()).isFalse();
    }

    @Test
    void forgetsWhatIsNotTheConsumersAnyMore() {
        kafka().createTopics(1, name);
        var first = member();
        await().atMost(PATIENCE).until(() -> holdsOne(first));
        TopicPartition left = new TopicPartition(name, 7);
        offsets.read(left, 3);
        offsets.done(left, 3);

        offsets.commit(first);

        assertThat(offsets.isDue()).isFalse();
        assertThat(first.committed(Set.of(left)).get(left)).isNull();
    }

    @Test
    void hearsNothingOfWhatWasReadBeforeAPartitionCameBack() {
        TopicPartition partition = new TopicPartition(name, 0);
        offsets.read(partition, 3);
        offsets.leave(member(), List.of(partition));
        assertThat(offsets.isOpen()).isFalse();

        offsets.read(partition, 8);
        offsets.done(partition, 3);
        assertThat(offsets.isDue()).isFalse();
        assertThat(offsets.isOpen()).isTrue();

        offsets.done(partition, 8);
        assertThat(offsets.isDue()).isTrue();
        assertThat(offsets.isOpen()).isFalse();
    }

    @Test
    void startsAnewWithALogThatHasLostItsEnd() {
        TopicPartition partition = new TopicPartition(name, 0);
        offsets.read(partition, 8);
        offsets.done(partition, 8);
        assertThat(offsets.isOpen()).isFalse();

        offsets.read(partition, 5);

        assertThat(offsets.isOpen()).isTrue();
    }

    /** Through the connector, as every service does. */
    @Test
    void aServiceCommitsAllThatItHasRead() throws Exception {
        TopicPartition partition = new TopicPartition(Topic.GAMES_COMMANDS.topicName(), 0);
        long offset = publish(partition);

        try (Admin admin = kafka().admin()) {
            await().atMost(PATIENCE).until(() -> {
                OffsetAndMetadata committed = admin.listConsumerGroupOffsets("tally")
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .get(partition);
                return committed != null && committed.offset() > offset;
            });
        }
    }

    private static boolean holdsOne(KafkaConsumer<?, ?> consumer) {
        consumer.poll(POLL);
        return consumer.assignment().size() == 1;
    }

    private static boolean refusesCommits(KafkaConsumer<?, ?> consumer, TopicPartition partition) {
        try {
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(0)));
            return false;
        } catch (RebalanceInProgressException e) {
            return true;
        }
    }

    private KafkaConsumer<String, byte[]> member() {
        var consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        name,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        6_000,
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                        200,
                        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                        CooperativeStickyAssignor.class.getName()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumers.add(consumer);
        consumer.subscribe(List.of(name));
        return consumer;
    }

    /** What is no message: a service puts it among its dead letters and is done with it. */
    private long publish(TopicPartition partition) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(),
                new ByteArraySerializer())) {
            return producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), name, new byte[] {'x'}))
                    .get()
                    .offset();
        }
    }

    private KafkaAddress kafka() {
        return new KafkaAddress(bootstrapServers);
    }
}
