package dev.mitchbot.gateway.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.catalogue.Catalogue;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.RecordedDiscordAndKafka;
import dev.mitchbot.gateway.TestBroker;
import dev.mitchbot.gateway.broker.Broker;
import dev.mitchbot.gateway.broker.DeadLetters;
import dev.mitchbot.gateway.broker.KafkaClients;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RecordedDiscordAndKafka.class)
class CatalogueReaderIT {
    @Inject
    KafkaClients clients;

    @Inject
    Broker broker;

    @Inject
    Commands commands;

    @Inject
    Registration registration;

    @Inject
    DeadLetters deadLetters;

    @Inject
    GatewaySettings settings;

    private final TestBroker services = TestBroker.shared();
    private TestBroker.Heard letters;

    @BeforeEach
    void theTopicsAreThere() {
        await().until(broker::isThere);
        letters = services.hear(Topic.deadLetterName(Topic.CATALOGUE.topicName()));
    }

    @Test
    void buriesABadRecordOnceAlthoughEachStartReadsItAgain() {
        String before = bad();
        await().until(() -> letters.of(before).size() == 1);
        await().until(this::isNoted);

        CatalogueReader again = new CatalogueReader(clients, broker, commands, registration, deadLetters, settings);
        again.start();
        try {
            // What only one of the two buried was noted before the other asked. One key keeps the letters in order.
            List<String> after = new ArrayList<>();
            await().until(() -> {
                after.add(bad());
                return after.stream().anyMatch(id -> letters.of(id).size() == 2);
            });
            assertThat(letters.of(before)).hasSize(1);
        } finally {
            again.close();
        }
    }

    private String bad() {
        String id = UUID.randomUUID().toString();
        services.say(Topic.CATALOGUE, "bad", id, Catalogue.TYPE, "no catalogue".getBytes(UTF_8));
        return id;
    }

    /** Whether the next start would know that all that stands in the catalogue was read. */
    private boolean isNoted() {
        try (Consumer<byte[], byte[]> group = clients.noting("test", CatalogueLetters.GROUP)) {
            Set<TopicPartition> partitions = group.partitionsFor(Topic.CATALOGUE.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .collect(Collectors.toSet());
            Map<TopicPartition, Long> ends = group.endOffsets(partitions);
            return group.committed(partitions).entrySet().stream()
                    .allMatch(noted ->
                            noted.getValue() != null && noted.getValue().offset() == ends.get(noted.getKey()));
        }
    }
}
