package dev.mitchbot.messaging.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.messaging.Checkpoint;
import dev.mitchbot.messaging.Pipeline;
import dev.mitchbot.messaging.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every service's handling of messages must withstand. A service inherits it, names one of its own commands that
 * has an effect, and runs it against a real PostgreSQL and a real Kafka.
 */
public abstract class MessageHandlingSuite {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration AWAY = Duration.ofSeconds(3);

    private final Tap tap = new Tap(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    private long guild;

    /** The pipeline of another instance of the service, which tells this checkpoint, and no other pipeline does. */
    protected abstract Pipeline<?, ?> newInstance(Checkpoint checkpoint);

    /** Where the service's commands come from. */
    protected abstract Topic commands();

    /** Where what a command causes goes to: the reply, or what another service is asked first. */
    protected Topic answers() {
        return Topic.REPLIES;
    }

    /** A command that has exactly one effect and one answer; another variant has another payload. */
    protected abstract ConsumerRecord<String, byte[]> command(long guildId, long id, int variant);

    /** How many effects there have been in the guild. */
    protected abstract int effects(long guildId);

    /** The type of message whose handler always throws, see {@link Poison}. */
    protected abstract String poisonType();

    @BeforeEach
    void inAnotherGuild() {
        guild = Records.newId();
    }

    @Test
    void answersTheSecondDeliveryWithTheFirstReply() {
        var command = command(guild, Records.newId(), 1);

        deliver(command);
        deliver(command);

        assertThat(effects(guild)).isEqualTo(1);
        List<ConsumerRecord<String, byte[]>> replies = repliesTo(command);
        assertThat(replies).hasSize(2);
        assertThat(replies.getLast().value()).isEqualTo(replies.getFirst().value());
        assertThat(Tap.id(replies.getLast())).isEqualTo(Tap.id(replies.getFirst()));
    }

    @Test
    void takesEffectOnceWhenOneBatchHoldsTheSameCommandTwice() {
        var command = command(guild, Records.newId(), 1);

        deliver(command, command, command);

        assertThat(effects(guild)).isEqualTo(1);
        assertThat(repliesTo(command)).hasSize(1);
    }

    @Test
    void handlesWhatComesInAnotherOrder() {
        List<ConsumerRecord<String, byte[]>> commands = commands(40);
        Collections.shuffle(commands, new Random(7));

        newInstance().handle(Records.poll(commands)).await().atMost(PATIENCE);
        Collections.reverse(commands);
        newInstance().handle(Records.poll(commands)).await().atMost(PATIENCE);

        assertThat(effects(guild)).isEqualTo(40);
    }

    @Test
    void takesEffectOnceWhenInstancesHandleTheSameCommandsAtOnce() {
        List<ConsumerRecord<String, byte[]>> commands = commands(60);

        List<CompletableFuture<Void>> instances = IntStream.range(0, 3)
                .mapToObj(
                        instance -> newInstance().handle(Records.poll(commands)).subscribeAsCompletionStage())
                .toList();
        instances.forEach(CompletableFuture::join);

        assertThat(effects(guild)).isEqualTo(60);
        List<ConsumerRecord<String, byte[]>> all = tap.read(answers().topicName(), reply -> true);
        for (var command : commands) {
            List<ConsumerRecord<String, byte[]>> replies =
                    all.stream().filter(isReplyTo(command)).toList();
            assertThat(replies).hasSize(3);
            assertThat(replies)
                    .allSatisfy(reply -> assertThat(reply.value())
                            .isEqualTo(replies.getFirst().value()));
        }
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void takesEffectOnceWhenTheProcessDiesAfterAnyStep(Step step) {
        var command = command(guild, Records.newId(), 1);

        Pipeline<?, ?> doomed = newInstance(new CrashPoint(step));
        assertThatThrownBy(() -> doomed.handle(Records.poll(command)).await().atMost(PATIENCE))
                .hasRootCauseInstanceOf(CrashPoint.Crash.class);
        deliver(command);

        assertThat(effects(guild)).isEqualTo(1);
        assertThat(repliesTo(command)).isNotEmpty();
    }

    @Test
    void isolatesThePoisonedMessageAndHandlesTheOthers() {
        List<ConsumerRecord<String, byte[]>> batch = commands(9);
        String id = Long.toString(Records.newId());
        batch.add(4, Records.record(commands().topicName(), guild, id, poisonType(), new Poison(Map.of())));

        newInstance().handle(Records.poll(batch)).await().atMost(PATIENCE);

        assertThat(effects(guild)).isEqualTo(9);
        assertThat(deadLetters(id)).singleElement().satisfies(letter -> {
            assertThat(Tap.header(letter, "dlq-reason")).contains(Poison.SYMPTOM);
            assertThat(Tap.header(letter, "dlq-topic")).isEqualTo(commands().topicName());
        });
    }

    @Test
    void putsWhatIsNoMessageIntoTheDeadLetterTopicAndGoesOn() {
        String topic = commands().topicName();
        var good = command(guild, Records.newId(), 1);
        String type = Tap.header(good, CloudEvent.TYPE);
        String key = Long.toString(guild);
        String prefix = "bad-" + guild;
        byte[] tooLarge = ("{\"filler\":\"" + "x".repeat(2_000_000) + "\"}").getBytes(UTF_8);

        newInstance()
                .handle(Records.poll(
                        Records.record(topic, key, prefix + "-json", type, "not json".getBytes(UTF_8)),
                        Records.record(topic, key, prefix + "-type", "no.such.type.v1", good.value()),
                        Records.record(topic, key, prefix + "-field", type, "{\"options\":{}}".getBytes(UTF_8)),
                        Records.record(topic, key, prefix + "-size", type, tooLarge),
                        Records.record(topic, "no-guild", prefix + "-key", type, good.value()),
                        Records.record(topic, "17", prefix + "-other-key", type, good.value()),
                        Records.record(topic, key, prefix + "-null", type, (byte[]) null),
                        Records.without(
                                CloudEvent.TYPE, Records.record(topic, key, prefix + "-header", type, good.value())),
                        good))
                .await()
                .atMost(PATIENCE);

        assertThat(effects(guild)).isEqualTo(1);
        assertThat(reason(prefix + "-json")).contains("not a ");
        assertThat(reason(prefix + "-type")).contains("unknown type no.such.type.v1");
        assertThat(reason(prefix + "-field")).contains("not a ").containsAnyOf("interaction", "content", "caller");
        assertThat(reason(prefix + "-size")).contains("at most");
        assertThat(reason(prefix + "-key")).contains("is not a guild id");
        assertThat(reason(prefix + "-other-key")).contains("is not the guild of the body");
        assertThat(reason(prefix + "-null")).contains("no body");
        assertThat(reason(prefix + "-header")).contains("no header " + CloudEvent.TYPE);
    }

    /** PostgreSQL keeps no text with a NUL in it: no matter how often it is asked. */
    @Test
    void putsWhatTheDatabaseRefusesIntoTheDeadLetterTopicAndGoesOn() {
        var good = command(guild, Records.newId(), 1);
        String id = "refused-" + guild + "\u0000";
        var refused = Records.record(
                commands().topicName(), Long.toString(guild), id, Tap.header(good, CloudEvent.TYPE), good.value());

        newInstance().handle(Records.poll(refused, good)).await().atMost(PATIENCE);

        assertThat(effects(guild)).isEqualTo(1);
        assertThat(reason(id)).contains("invalid byte sequence");
    }

    @Test
    void picksItsOwnTypesFromATopicOfEvents() {
        String topic = commands().topicName();
        var good = command(guild, Records.newId(), 1);
        String prefix = "event-" + guild;

        newInstance()
                .handleEvents(Records.poll(
                        Records.record(topic, Long.toString(guild), prefix + "-other", "some.other.v1", good.value()),
                        Records.record(
                                topic,
                                Long.toString(guild),
                                prefix + "-json",
                                Tap.header(good, CloudEvent.TYPE),
                                "not json".getBytes(UTF_8)),
                        good))
                .await()
                .atMost(PATIENCE);

        assertThat(effects(guild)).isEqualTo(1);
        assertThat(reason(prefix + "-json")).contains("not a ");
        assertThat(deadLetters(prefix + "-other")).isEmpty();
    }

    @Test
    void refusesAnIdThatComesAgainWithAnotherPayload() {
        long id = Records.newId();

        deliver(command(guild, id, 1));
        deliver(command(guild, id, 2));

        assertThat(effects(guild)).isEqualTo(1);
        assertThat(deadLetters(Long.toString(id)))
                .singleElement()
                .satisfies(
                        letter -> assertThat(Tap.header(letter, "dlq-reason")).contains("used before"));
    }

    @Test
    void dropsACommandWhoseTokenIsDead() {
        var command = command(guild, Records.newId(Duration.ofMinutes(16)), 1);

        deliver(command);

        assertThat(effects(guild)).isZero();
        assertThat(repliesTo(command)).isEmpty();
    }

    @Test
    void waitsForADatabaseThatIsAway() {
        var command = command(guild, Records.newId(), 1);

        Servers.killPostgres();
        var handled = newInstance().handle(Records.poll(command)).subscribeAsCompletionStage();
        await().during(AWAY).atMost(AWAY.plusSeconds(2)).until(() -> !handled.isDone());
        Servers.startPostgres();

        assertThat(handled).succeedsWithin(PATIENCE);
        assertThat(effects(guild)).isEqualTo(1);
        assertThat(repliesTo(command)).hasSize(1);
    }

    /** A service that is slow, not dead: who has given up on a transaction must not cut it in two. */
    @Test
    void takesEffectOnceAndWholeWhenATransactionRunsOutOfTime() {
        List<ConsumerRecord<String, byte[]>> commands = commands(20);
        var dawdled = new AtomicBoolean();
        Pipeline<?, ?> slow = newInstance(passed -> {
            if (passed == Step.DECIDED && dawdled.compareAndSet(false, true)) {
                LockSupport.parkNanos(Servers.TRANSACTION_TIMEOUT.plusSeconds(1).toNanos());
            }
        });

        slow.handle(Records.poll(commands)).await().atMost(PATIENCE);
        deliver(command(guild, Records.newId(), 1));

        assertThat(effects(guild)).isEqualTo(21);
        assertThat(dawdled).isTrue();
    }

    @Test
    void waitsForABrokerThatIsAway() {
        var command = command(guild, Records.newId(), 1);

        Servers.killKafka();
        var handled = newInstance().handle(Records.poll(command)).subscribeAsCompletionStage();
        await().during(AWAY).atMost(AWAY.plusSeconds(2)).until(() -> !handled.isDone());
        Servers.startKafka();

        assertThat(handled).succeedsWithin(PATIENCE);
        assertThat(effects(guild)).isEqualTo(1);
        assertThat(repliesTo(command)).isNotEmpty();
    }

    private Pipeline<?, ?> newInstance() {
        return newInstance(step -> {});
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read from
    private void deliver(ConsumerRecord<String, byte[]>... records) {
        newInstance().handle(Records.poll(records)).await().atMost(PATIENCE);
    }

    private List<ConsumerRecord<String, byte[]>> commands(int count) {
        List<ConsumerRecord<String, byte[]>> commands = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            commands.add(command(guild, Records.newId(), 1));
        }
        return commands;
    }

    private List<ConsumerRecord<String, byte[]>> repliesTo(ConsumerRecord<String, byte[]> command) {
        return tap.read(answers().topicName(), isReplyTo(command));
    }

    private static Predicate<ConsumerRecord<String, byte[]>> isReplyTo(ConsumerRecord<String, byte[]> command) {
        String id = Tap.id(command) + "/";
        return reply -> Tap.id(reply).startsWith(id);
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters(String id) {
        return tap.read(commands().deadLetterName(), letter -> Tap.id(letter).equals(id));
    }

    private String reason(String id) {
        List<ConsumerRecord<String, byte[]>> letters = deadLetters(id);
        assertThat(letters).as(id).hasSize(1);
        return Tap.header(letters.getFirst(), "dlq-reason");
    }
}
