package dev.mitchbot.gateway.interaction;

import static dev.mitchbot.gateway.interaction.Payloads.click;
import static dev.mitchbot.gateway.interaction.Payloads.newSnowflake;
import static dev.mitchbot.gateway.interaction.Payloads.slash;
import static dev.mitchbot.gateway.interaction.Payloads.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.contracts.reply.MessageUpdate;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.OwnKafka;
import dev.mitchbot.gateway.RecordedDiscord.Call;
import dev.mitchbot.gateway.RecordedDiscord.Said;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(OwnKafka.class)
class BrokerAwayIT extends BrokerAwayFixture {
    @Test
    void saysAtOnceThatNothingHappenedWhileTheBrokerIsDead() {
        OwnKafka.kafka().kill();
        await().until(() -> !broker.isThere());
        intake.receive(slash(id, user, "daily"));
        await().atMost(Duration.ofSeconds(1)).until(() -> calls().size() == 1);
        assertThat(content(calls().getFirst())).isEqualTo(Notice.NOTHING_HAPPENED.text());

        OwnKafka.kafka().restart();
        await().atMost(BROKER_BACK).until(broker::isThere);
        long next = newSnowflake();
        intake.receive(slash(next, user, "daily"));
        var heard = services.hear(Topic.ECONOMY_COMMANDS.topicName());
        await().atMost(BROKER_BACK).until(() -> heard.of(Long.toString(next)).size() == 1);
        assertThat(heard.of(Long.toString(id))).isEmpty();
    }

    @Test
    void saysInTimeThatNothingIsConfirmedAndReplacesThatByTheResult() {
        OwnKafka.kafka().freeze();
        intake.receive(slash(id, user, "daily"));
        await().atMost(DISCORDS_PATIENCE).until(() -> calls().size() == 1);
        assertThat(content(calls().getFirst())).isEqualTo(Notice.NOT_CONFIRMED.text());

        OwnKafka.kafka().resume();
        awaitOnTheTopic();
        services.reply(new Answer(interaction(), false, MessageBody.text("Paid.")));
        await().untilAsserted(() -> assertThat(calls())
                .extracting(Call::shape)
                .containsExactly("callback 4", "POST follow-up", "DELETE @original"));
    }

    @Test
    void saysBesideTheClickedMessageThatNothingIsConfirmed() {
        long notice = newSnowflake();
        discord.behave(call -> Said.message(notice, 64));
        OwnKafka.kafka().freeze();
        intake.receive(click(id, user, "economy:leaderboard:2", id - 1));
        await().atMost(DISCORDS_PATIENCE).until(() -> calls().size() == 2);
        assertThat(calls()).extracting(Call::shape).containsExactly("callback 6", "POST follow-up");

        OwnKafka.kafka().resume();
        awaitOnTheTopic();
        services.reply(new MessageUpdate(interaction(), MessageBody.text("Page 2")));
        await().untilAsserted(() -> assertThat(calls())
                .extracting(Call::shape)
                .containsExactly("callback 6", "POST follow-up", "DELETE " + notice, "PATCH @original"));
    }

    private void awaitOnTheTopic() {
        var heard = services.hear(Topic.ECONOMY_COMMANDS.topicName());
        await().atMost(BROKER_BACK).until(() -> heard.of(Long.toString(id)).size() == 1);
    }

    private Interaction interaction() {
        return new Interaction(id, 500, token(id), 700, 800);
    }
}
