package dev.mitchbot.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.messaging.suite.Records;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {
    private static final long GUILD = 7;

    private final Interaction interaction = Records.interaction(GUILD, 9);
    private final Decoder decoder = new Decoder(type -> Optional.empty(), 1_000);

    @Test
    void knowsWhoWaitsForACommandOfAnotherVersion() {
        byte[] command = Json.write(new SlashCommand(interaction, Records.caller(2), Map.of(), Map.of()));
        byte[] changed = Json.write(Map.of("interaction", interaction, "caller", "of another form"));

        assertThat(decoder.waiting(record("7", command)).map(Waiting::interaction))
                .contains(interaction);
        assertThat(decoder.waiting(record("7", changed)).map(Waiting::event).map(CloudEvent::id))
                .contains("9");
        assertThat(decoder.waiting(record("7", changed)).map(Waiting::interaction))
                .contains(interaction);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "null", "7", "[]", "{}", "{\"interaction\":null}", "{\"interaction\":{\"id\":\"9\"}}"})
    void knowsNobodyWhereNoInteractionIsNamed(String body) {
        assertThat(decoder.waiting(record("7", body.getBytes(UTF_8)))).isEmpty();
    }

    @Test
    void trustsNoInteractionOfARecordThatIsNotInOrder() {
        byte[] body = Json.write(Map.of("interaction", interaction));
        byte[] tooLarge = Json.write(Map.of("interaction", interaction, "filler", "x".repeat(1_000)));

        assertThat(decoder.waiting(record("8", body))).isEmpty();
        assertThat(decoder.waiting(record("no-guild", body))).isEmpty();
        assertThat(decoder.waiting(record("7", tooLarge))).isEmpty();
        assertThat(decoder.waiting(record("7", null))).isEmpty();
        assertThat(decoder.waiting(Records.without(CloudEvent.ID, record("7", body))))
                .isEmpty();
    }

    private static ConsumerRecord<String, byte[]> record(String key, byte[] body) {
        return Records.record(Topic.ECONOMY_COMMANDS.topicName(), key, "9", "economy.of-tomorrow.v1", body);
    }
}
