package dev.mitchbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.contracts.wire.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** What nobody should send, on its way to one topic and to that topic's dead letters. */
record BadMessages(Wire wire, Topic topic, List<BadMessage> sent) {
    /**
     * Sends what is wrong in every way.
     *
     * @param good the body of a message of this type that is right
     */
    static BadMessages send(Wire wire, Topic topic, String key, String type, byte[] good) {
        List<BadMessage> all = BadMessage.allLike(type, good);
        for (BadMessage bad : all) {
            var headers = new HashMap<>(bad.headers());
            headers.put(BadMessage.mark(), bad.name());
            wire.put(topic, key, headers, bad.body());
        }
        return new BadMessages(wire, topic, all);
    }

    void assertDeadLetters() {
        for (BadMessage bad : sent) {
            var letter = wire.await(topic.deadLetterName(), BadMessage.mark(), bad.name());
            assertThat(Wire.header(letter, "dlq-topic")).isEqualTo(topic.topicName());
            assertThat(Wire.header(letter, "dlq-reason")).as(bad.name()).isNotBlank();
            assertThat(Wire.header(letter, "dlq-reason").toLowerCase(Locale.ROOT))
                    .as(bad.name())
                    .containsPattern(bad.reason());
            assertThat(letter.value()).as(bad.name()).isEqualTo(bad.body());
        }
    }
}
