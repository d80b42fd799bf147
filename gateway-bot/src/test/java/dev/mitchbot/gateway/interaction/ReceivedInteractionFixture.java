package dev.mitchbot.gateway.interaction;

import static dev.mitchbot.gateway.interaction.Payloads.newSnowflake;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.catalogue.Catalogue;
import dev.mitchbot.contracts.catalogue.CommandDefinition;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.RecordedDiscord.Call;
import dev.mitchbot.gateway.catalogue.Commands;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** An interaction that Discord sends this gateway, for a command or a button of the economy. */
abstract class ReceivedInteractionFixture extends InteractionFixture {
    static final int EPHEMERAL = 64;

    final long user = newSnowflake();

    @Inject
    Intake intake;

    @Inject
    Commands commands;

    @BeforeEach
    void economyOwnsItsCommands() {
        Catalogue catalogue = new Catalogue(
                "economy",
                List.of(
                        CommandDefinition.of("daily", "Your coins"),
                        CommandDefinition.of("inventory", "Your things").whispered()));
        services.say(Topic.CATALOGUE, "economy", "catalogue", Catalogue.TYPE, Json.write(catalogue));
        await().until(() -> commands.ownerOf("inventory").isPresent());
    }

    static JsonObject data(Call callback) {
        return callback.body().getJsonObject("data");
    }
}
