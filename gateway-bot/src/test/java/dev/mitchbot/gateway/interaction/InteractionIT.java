package dev.mitchbot.gateway.interaction;

import static dev.mitchbot.gateway.interaction.Payloads.newSnowflake;
import static dev.mitchbot.gateway.interaction.Payloads.slash;
import static dev.mitchbot.gateway.interaction.Payloads.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.catalogue.Catalogue;
import dev.mitchbot.contracts.catalogue.CommandDefinition;
import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.RecordedDiscord;
import dev.mitchbot.gateway.RecordedDiscord.Call;
import dev.mitchbot.gateway.RecordedDiscord.Said;
import dev.mitchbot.gateway.RecordedDiscordAndKafka;
import dev.mitchbot.gateway.TestBroker;
import dev.mitchbot.gateway.broker.Broker;
import dev.mitchbot.gateway.catalogue.Commands;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RecordedDiscordAndKafka.class)
class InteractionIT {
    private static final Duration DEFERRAL = Duration.ofSeconds(4);
    private static final int EPHEMERAL = 64;

    @Inject
    Intake intake;

    @Inject
    Commands commands;

    @Inject
    Broker broker;

    private final TestBroker services = new TestBroker();
    private final RecordedDiscord discord = RecordedDiscord.instance();
    private final long id = newSnowflake();
    private final long user = newSnowflake();

    @BeforeEach
    void economyOwnsItsCommands() {
        discord.behave(call -> Said.ok());
        await().until(broker::isThere);
        Catalogue catalogue = new Catalogue(
                "economy",
                List.of(
                        CommandDefinition.of("daily", "Your coins"),
                        CommandDefinition.of("inventory", "Your things").whispered()));
        services.say(Topic.CATALOGUE, "economy", "catalogue", Catalogue.TYPE, Json.write(catalogue));
        await().until(() -> commands.ownerOf("inventory").isPresent());
    }

    @Test
    void publishesACommandToItsOwnerAndAnswersWithOneCall() {
        var heard = TestBroker.hear(Topic.ECONOMY_COMMANDS.topicName());
        intake.receive(slash(id, user, "daily"));
        await().until(() -> heard.of(Long.toString(id)).size() == 1);
        var record = heard.of(Long.toString(id)).getFirst();
        assertThat(TestBroker.header(record, "ce_type")).isEqualTo("economy.daily.v1");
        assertThat(TestBroker.header(record, "ce_correlationid")).isEqualTo(Long.toString(id));
        assertThat(record.key()).isEqualTo("700");

        services.reply(answer(false));
        awaitCalls("callback 4");
        assertThat(calls().getFirst().body().getJsonObject("data").getString("content"))
                .isEqualTo("Paid.");
    }

    @Test
    void defersAfterTwoSecondsAndEditsWhenTheAnswerComes() {
        intake.receive(slash(id, user, "daily"));
        awaitCalls("callback 5");
        services.reply(answer(false));
        awaitCalls("callback 5", "PATCH @original");
    }

    private Interaction interaction() {
        return new Interaction(id, 500, token(id), 700, 800);
    }

    private Answer answer(boolean ephemeral) {
        return new Answer(interaction(), ephemeral, MessageBody.text("Paid."));
    }

    private List<Call> calls() {
        return discord.callsWith(token(id));
    }

    private void awaitCalls(String... shapes) {
        await().atMost(DEFERRAL)
                .untilAsserted(() -> assertThat(calls()).extracting(Call::shape).containsExactly(shapes));
    }
}
