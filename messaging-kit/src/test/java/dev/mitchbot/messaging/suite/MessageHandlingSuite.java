package dev.mitchbot.messaging.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.messaging.Pipeline;
import dev.mitchbot.messaging.Step;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every service's handling of messages must withstand. A service inherits it, names one of its own commands that
 * has an effect, and runs it against a real PostgreSQL and a real Kafka.
 */
public abstract class MessageHandlingSuite extends BadRecordsSuite {
    private static final Duration AWAY = Duration.ofSeconds(3);

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
}
