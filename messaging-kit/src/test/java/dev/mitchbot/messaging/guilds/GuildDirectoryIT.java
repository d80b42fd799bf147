package dev.mitchbot.messaging.guilds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.discord.GuildSnapshot;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.messaging.suite.Records;
import dev.mitchbot.messaging.suite.Servers;
import dev.mitchbot.messaging.suite.Tap;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = Servers.class, restrictToAnnotatedClass = false)
class GuildDirectoryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long OWNER = 100;
    private static final long MANAGER = 101;

    private final long guild = Records.newId();

    @Inject
    GuildReader reader;

    @Inject
    GuildDirectory directory;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void knowsAGuildAndItsManagersUntilTheBotLeavesIt() throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", (Object) bootstrapServers),
                new StringSerializer(),
                new ByteArraySerializer())) {
            String key = Long.toUnsignedString(guild);
            producer.send(new ProducerRecord<>(Topic.GUILDS.topicName(), key, Json.write(named("Club"))))
                    .get();
            await().atMost(PATIENCE).until(() -> find().isPresent());

            Guild found = find().orElseThrow();
            assertThat(found.name()).isEqualTo("Club");
            assertThat(found.memberCount()).isEqualTo(7);
            assertThat(found.mayBeManagedBy(OWNER)).isTrue();
            assertThat(found.mayBeManagedBy(MANAGER)).isTrue();
            assertThat(found.mayBeManagedBy(102)).isFalse();
            assertThat(managedBy(OWNER)).contains(guild);
            assertThat(managedBy(MANAGER)).contains(guild);
            assertThat(managedBy(102)).doesNotContain(guild);

            producer.send(new ProducerRecord<>(Topic.GUILDS.topicName(), key, null))
                    .get();
            await().atMost(PATIENCE).until(() -> find().isEmpty());
            assertThat(managedBy(OWNER)).doesNotContain(guild);
        }
    }

    @Test
    void keepsTheLatestDescriptionWhateverTheOrder() {
        read(List.of(at(2_000, named("New")), at(1_000, named("Old"))));
        assertThat(find().orElseThrow().name()).isEqualTo("New");

        read(List.of(at(1_500, named("Older"))));
        assertThat(find().orElseThrow().name()).isEqualTo("New");

        read(List.of(at(3_000, named("Newest"))));
        assertThat(find().orElseThrow().name()).isEqualTo("Newest");

        read(List.of(left(2_500)));
        assertThat(find()).isPresent();
        read(List.of(left(4_000)));
        assertThat(find()).isEmpty();
    }

    @Test
    void putsWhatIsNoGuildAsideAndReadsTheOthers() {
        String topic = Topic.GUILDS.topicName();
        read(List.of(
                record(topic, "bad-" + guild, 1, "{}".getBytes()),
                record(topic, Long.toString(guild), 1, "nonsense".getBytes()),
                at(1, named("Good"))));

        assertThat(find().orElseThrow().name()).isEqualTo("Good");
        var letters = new Tap(bootstrapServers)
                .read(Topic.GUILDS.deadLetterName(), letter -> letter.key().endsWith(Long.toString(guild)));
        assertThat(letters)
                .hasSize(2)
                .allSatisfy(
                        letter -> assertThat(Tap.header(letter, "dlq-reason")).contains("not a guild"));
    }

    @Test
    void waitsForADatabaseThatIsAway() {
        Servers.killPostgres();
        var reading = onContext(() -> reader.read(Records.poll(List.of(at(1, named("Patient"))))))
                .subscribeAsCompletionStage();
        try {
            assertThat(reading).isNotDone();
        } finally {
            Servers.startPostgres();
        }
        assertThat(reading).succeedsWithin(PATIENCE);
        assertThat(find().orElseThrow().name()).isEqualTo("Patient");
    }

    private GuildSnapshot named(String name) {
        return new GuildSnapshot(
                guild,
                name,
                Optional.empty(),
                OWNER,
                7,
                List.of(),
                List.of(),
                List.of(Long.toString(OWNER), Long.toString(MANAGER)),
                1,
                Optional.empty());
    }

    private ConsumerRecord<String, byte[]> at(long millis, GuildSnapshot snapshot) {
        return record(Topic.GUILDS.topicName(), Long.toString(guild), millis, Json.write(snapshot));
    }

    private ConsumerRecord<String, byte[]> left(long millis) {
        return record(Topic.GUILDS.topicName(), Long.toString(guild), millis, null);
    }

    private static ConsumerRecord<String, byte[]> record(String topic, String key, long millis, byte[] value) {
        return new ConsumerRecord<>(
                topic,
                0,
                0,
                millis,
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
    }

    private void read(List<ConsumerRecord<String, byte[]>> records) {
        onContext(() -> reader.read(Records.poll(records))).await().atMost(PATIENCE);
    }

    private Optional<Guild> find() {
        return onContext(() -> directory.find(guild)).await().atMost(PATIENCE);
    }

    private List<Long> managedBy(long user) {
        return onContext(() -> directory.managedBy(user)).await().atMost(PATIENCE).stream()
                .map(Guild::id)
                .toList();
    }

    /** On an event loop of its own, as Hibernate Reactive needs it and as the callers have it. */
    private <T> Uni<T> onContext(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            var context = ((VertxInternal) vertx).createEventLoopContext().duplicate();
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(start -> work.get().subscribe().with(emitter::complete, emitter::fail));
        });
    }
}
