package dev.mitchbot.messaging.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.contracts.reply.Reply;
import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What every service does with messages that cannot be handled, beside those that can. */
public abstract class BadRecordsSuite extends MessageHandlingFixture {
    @Test
    void isolatesThePoisonedMessageAndHandlesTheOthers() {
        List<ConsumerRecord<String, byte[]>> batch = commands(9);
        String id = Long.toString(Records.newId());
        batch.add(4, Records.poison(commands().topicName(), guild, id));

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
        var refused = refused(command(guild, Records.newId(), 1));

        deliver(refused, good);

        assertThat(effects(guild)).isEqualTo(1);
        assertThat(reason(Tap.id(refused))).contains("invalid byte sequence");
    }

    @Test
    void tellsTheMemberWhoseCommandBecameADeadLetterThatNothingWasChanged() throws IOException {
        var command = command(guild, Records.newId(), 1);
        var refused = refused(command);

        deliver(refused, command(guild, Records.newId(), 1));

        assertThat(effects(guild)).isEqualTo(1);
        requireNotice(Tap.id(refused), command);
    }

    /** As while versions are replaced one by one, or after a button of what is no longer there. */
    @Test
    void tellsTheMemberWhoseCommandOnlyAnotherVersionKnowsThatNothingWasChanged() throws IOException {
        var command = command(guild, Records.newId(), 1);
        var interaction = Json.read(command.value(), SlashCommand.class).interaction();
        String unknown = Tap.id(command) + "-type";
        String changed = Tap.id(command) + "-body";

        deliver(
                Records.record(command.topic(), command.key(), unknown, "no.such.type.v1", command.value()),
                Records.record(
                        command.topic(),
                        guild,
                        changed,
                        Tap.header(command, CloudEvent.TYPE),
                        Map.of("interaction", interaction)));

        assertThat(effects(guild)).isZero();
        assertThat(reason(unknown)).contains("unknown type");
        assertThat(reason(changed)).contains("not a ");
        requireNotice(unknown, command);
        requireNotice(changed, command);
    }

    @Test
    void tellsNobodyOfADeadLetterForWhichNobodyWaits() {
        String id = Long.toString(Records.newId());
        var command = command(guild, Records.newId(), 1);

        deliver(
                Records.poison(commands().topicName(), guild, id),
                Records.record(command.topic(), command.key(), id + "-json", "no.such.type.v1", "{".getBytes(UTF_8)),
                Records.record(command.topic(), "17", id + "-key", "no.such.type.v1", command.value()));

        assertThat(deadLetters(letter -> Tap.id(letter).startsWith(id))).hasSize(3);
        assertThat(tap.read(Topic.REPLIES.topicName(), reply -> Tap.id(reply).startsWith(id)))
                .isEmpty();
    }

    /** Requires that the member who gave the command was told once, by the notice of the dead letter with this id. */
    private void requireNotice(String id, ConsumerRecord<String, byte[]> command) throws IOException {
        var notices = tap.read(Topic.REPLIES.topicName(), reply -> Tap.id(reply).equals(id + "/failed"));
        assertThat(notices).hasSize(1);
        var notice = notices.getFirst();
        assertThat(notice.key()).isEqualTo(Long.toString(guild));
        assertThat(Tap.header(notice, CloudEvent.TYPE)).isEqualTo(Reply.ANSWER);
        assertThat(Tap.header(notice, CloudEvent.CORRELATION_ID)).isEqualTo(id);
        assertThat(Json.read(notice.value(), Answer.class))
                .isEqualTo(new Answer(
                        Json.read(command.value(), SlashCommand.class).interaction(),
                        true,
                        MessageBody.text("Something of ours broke on that one. Nothing was changed.")));
    }

    /** A good command with an id that PostgreSQL refuses. */
    private ConsumerRecord<String, byte[]> refused(ConsumerRecord<String, byte[]> command) {
        return Records.record(
                command.topic(),
                command.key(),
                "refused-" + Tap.id(command) + "\u0000",
                Tap.header(command, CloudEvent.TYPE),
                command.value());
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
}
