package dev.mitchbot.messaging.guilds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.discord.GuildSnapshot;
import dev.mitchbot.contracts.wire.CloudEvent;
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
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
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
            producer.send(new ProducerRecord<>(
                            Topic.GUILDS.topicName(),
                            null,
                            key,
                            Json.write(named("Club")),
                            headers("club", GuildSnapshot.TYPE)))
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
        byte[] good = Json.write(named("Bad"));
        byte[] tooLarge = ("{\"filler\":\"" + "x".repeat(2_000_000) + "\"}").getBytes(UTF_8);
        read(List.of(
                bad("json", GuildSnapshot.TYPE, "nonsense".getBytes(UTF_8)),
                bad("field", GuildSnapshot.TYPE, "{}".getBytes(UTF_8)),
                bad("null", GuildSnapshot.TYPE, "null".getBytes(UTF_8)),
                bad("size", GuildSnapshot.TYPE, tooLarge),
                bad("type", "no.such.type.v1", good),
                Records.without(CloudEvent.TYPE, bad("no-type", GuildSnapshot.TYPE, good)),
                Records.without(CloudEvent.ID, bad("no-id", GuildSnapshot.TYPE, good)),
                record("no-guild-" + guild, 2, good, headers("key", GuildSnapshot.TYPE)),
                record("no-guild-" + guild, 2, null, new RecordHeaders()),
                record("17", 2, good, headers("other-key-" + guild, GuildSnapshot.TYPE)),
                at(1, named("Good"))));

        assertThat(find().orElseThrow().name()).isEqualTo("Good");
        assertThat(deadLetters().map(letter -> Tap.header(letter, "dlq-reason")))
                .satisfiesExactlyInAnyOrder(
                        reason -> assertThat(reason).startsWith("not a GuildSnapshot: Unrecognized token"),
                        reason -> assertThat(reason).startsWith("not a GuildSnapshot: Cannot map `null`"),
                        reason -> assertThat(reason).isEqualTo("body is null"),
                        reason -> assertThat(reason).contains("at most"),
                        reason -> assertThat(reason).isEqualTo("unknown type no.such.type.v1"),
                        reason -> assertThat(reason).isEqualTo("no header " + CloudEvent.TYPE),
                        reason -> assertThat(reason).isEqualTo("no header " + CloudEvent.ID),
                        reason -> assertThat(reason).isEqualTo("key no-guild-" + guild + " is not a guild id"),
                        reason -> assertThat(reason).isEqualTo("key no-guild-" + guild + " is not a guild id"),
                        reason -> assertThat(reason).isEqualTo("key 17 is not the guild of the body"));
    }

    @Test
    void putsAGuildAsideThatTheDatabaseRefusesAndSavesTheOthers() {
        var other = new GuildSnapshot(
                guild + 1,
                "nobody's name \u0000",
                Optional.empty(),
                OWNER,
                7,
                List.of(),
                List.of(),
                List.of("" + guild),
                1,
                Optional.empty());
        read(List.of(
                record(
                        Long.toString(other.id()),
                        1,
                        Json.write(other),
                        headers("refused-" + guild, GuildSnapshot.TYPE)),
                at(1, named("Good"))));

        assertThat(find().orElseThrow().name()).isEqualTo("Good");
        assertThat(deadLetters())
                .singleElement()
                .satisfies(
                        letter -> assertThat(Tap.header(letter, "dlq-reason")).contains("invalid byte sequence"));
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
        return record(Long.toString(guild), millis, Json.write(snapshot), headers("good", GuildSnapshot.TYPE));
    }

    private ConsumerRecord<String, byte[]> left(long millis) {
        return record(Long.toString(guild), millis, null, new RecordHeaders());
    }

    private ConsumerRecord<String, byte[]> bad(String id, String type, byte[] value) {
        return record(Long.toString(guild), 2, value, headers(id, type));
    }

    private static ConsumerRecord<String, byte[]> record(String key, long millis, byte[] value, Headers headers) {
        return new ConsumerRecord<>(
                Topic.GUILDS.topicName(),
                0,
                0,
                millis,
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                key,
                value,
                headers,
                Optional.empty());
    }

    private static Headers headers(String id, String type) {
        return new RecordHeaders().add(CloudEvent.ID, id.getBytes(UTF_8)).add(CloudEvent.TYPE, type.getBytes(UTF_8));
    }

    /** What was put aside of this guild, by its key or by its id. */
    private Stream<ConsumerRecord<String, byte[]>> deadLetters() {
        String text = Long.toString(guild);
        return new Tap(bootstrapServers)
                        .read(
                                Topic.GUILDS.deadLetterName(),
                                letter -> letter.key().endsWith(text)
                                        || Tap.id(letter).endsWith(text))
                        .stream();
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
