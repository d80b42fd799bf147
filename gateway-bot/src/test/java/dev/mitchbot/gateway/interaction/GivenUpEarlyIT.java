package dev.mitchbot.gateway.interaction;

import static dev.mitchbot.gateway.interaction.Payloads.click;
import static dev.mitchbot.gateway.interaction.Payloads.newSnowflake;
import static dev.mitchbot.gateway.interaction.Payloads.slash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.OwnKafka;
import dev.mitchbot.gateway.RecordedDiscord.Call;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A record that joins others which have waited long is given up with them, before its own member had to be told anything:
 * made here by giving up every record sooner than that.
 */
@QuarkusTest
@WithTestResource(OwnKafka.class)
@TestProfile(GivenUpEarlyIT.Impatient.class)
class GivenUpEarlyIT extends BrokerAwayFixture {
    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("gateway.kafka.request-timeout", "500ms", "gateway.kafka.delivery-timeout", "1s");
        }
    }

    @AfterEach
    void resume() {
        OwnKafka.kafka().resume();
    }

    @Test
    void saysThatNothingIsConfirmed() {
        freezeWhileItCountsAsThere();
        intake.receive(slash(id, user, "daily"));
        await().atMost(DISCORDS_PATIENCE).until(() -> !calls().isEmpty());
        assertThat(calls()).extracting(Call::shape).containsExactly("callback 4");
        assertThat(content(calls().getFirst())).isEqualTo(Notice.NOT_CONFIRMED.text());
    }

    @Test
    void saysSoBesideTheClickedMessage() {
        freezeWhileItCountsAsThere();
        intake.receive(click(id, user, "economy:leaderboard:2", id - 1));
        await().atMost(DISCORDS_PATIENCE)
                .untilAsserted(() ->
                        assertThat(calls()).extracting(Call::shape).containsExactly("callback 6", "POST follow-up"));
        assertThat(calls().getLast().body().getString("content")).isEqualTo(Notice.NOT_CONFIRMED.text());
    }

    /** What has just confirmed a record is not asked for a while whether it is there. */
    private void freezeWhileItCountsAsThere() {
        long before = newSnowflake();
        intake.receive(slash(before, newSnowflake(), "daily"));
        var heard = services.hear(Topic.ECONOMY_COMMANDS.topicName());
        await().until(() -> heard.of(Long.toString(before)).size() == 1);
        OwnKafka.kafka().freeze();
    }
}
