package dev.mitchbot.gateway.interaction;

import static dev.mitchbot.gateway.interaction.Payloads.newSnowflake;
import static dev.mitchbot.gateway.interaction.Payloads.token;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.catalogue.Catalogue;
import dev.mitchbot.contracts.catalogue.CommandDefinition;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.OwnKafka;
import dev.mitchbot.gateway.RecordedDiscord;
import dev.mitchbot.gateway.RecordedDiscord.Call;
import dev.mitchbot.gateway.RecordedDiscord.Said;
import dev.mitchbot.gateway.TestBroker;
import dev.mitchbot.gateway.broker.Broker;
import dev.mitchbot.gateway.catalogue.Commands;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** An interaction while Kafka, which is the test's own, is killed or frozen. */
abstract class BrokerAwayFixture {
    static final Duration BROKER_BACK = Duration.ofSeconds(30);
    static final Duration DISCORDS_PATIENCE = Duration.ofSeconds(3);

    @Inject
    Intake intake;

    @Inject
    Commands commands;

    @Inject
    Broker broker;

    final RecordedDiscord discord = RecordedDiscord.instance();
    final long id = newSnowflake();
    final long user = newSnowflake();
    TestBroker services;

    @BeforeEach
    void economyOwnsItsCommands() {
        discord.behave(call -> Said.message(newSnowflake(), 0));
        await().atMost(BROKER_BACK).until(broker::isThere);
        await().atMost(BROKER_BACK).until(() -> OwnKafka.isTakenUp(Topic.REPLIES));
        services = OwnKafka.services();
        Catalogue catalogue = new Catalogue("economy", List.of(CommandDefinition.of("daily", "Your coins")));
        services.say(Topic.CATALOGUE, "economy", "catalogue", Catalogue.TYPE, Json.write(catalogue));
        await().until(() -> commands.ownerOf("daily").isPresent());
    }

    List<Call> calls() {
        return discord.callsWith(token(id));
    }

    static String content(Call callback) {
        return callback.body().getJsonObject("data").getString("content");
    }
}
