package dev.mitchbot.messaging.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.messaging.Checkpoint;
import dev.mitchbot.messaging.Pipeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;

/** What the suites know of a service, and what they do with it. */
public abstract class MessageHandlingFixture {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    final Tap tap = new Tap(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    long guild;

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

    @BeforeEach
    void inAnotherGuild() {
        guild = Records.newId();
    }

    /** What could not be handled of the service's commands. */
    protected final List<ConsumerRecord<String, byte[]>> deadLetters(Predicate<ConsumerRecord<String, byte[]>> wanted) {
        return tap.read(commands().deadLetterName(), wanted);
    }

    final Pipeline<?, ?> newInstance() {
        return newInstance(step -> {});
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read from
    final void deliver(ConsumerRecord<String, byte[]>... records) {
        newInstance().handle(Records.poll(records)).await().atMost(PATIENCE);
    }

    final List<ConsumerRecord<String, byte[]>> commands(int count) {
        List<ConsumerRecord<String, byte[]>> commands = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            commands.add(command(guild, Records.newId(), 1));
        }
        return commands;
    }

    final List<ConsumerRecord<String, byte[]>> repliesTo(ConsumerRecord<String, byte[]> command) {
        return tap.read(answers().topicName(), isReplyTo(command));
    }

    static Predicate<ConsumerRecord<String, byte[]>> isReplyTo(ConsumerRecord<String, byte[]> command) {
        String id = Tap.id(command) + "/";
        return reply -> Tap.id(reply).startsWith(id);
    }

    final List<ConsumerRecord<String, byte[]>> deadLetters(String id) {
        return deadLetters(letter -> Tap.id(letter).equals(id));
    }

    final String reason(String id) {
        List<ConsumerRecord<String, byte[]>> letters = deadLetters(id);
        assertThat(letters).as(id).hasSize(1);
        return Tap.header(letters.getFirst(), "dlq-reason");
    }
}
