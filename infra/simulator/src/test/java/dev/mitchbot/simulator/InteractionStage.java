package dev.mitchbot.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.simulator.openapi.Conformance;
import dev.mitchbot.simulator.openapi.DiscordDescription;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A bot, played by the test, that has registered three commands. */
abstract class InteractionStage {
    static final Duration SHORT = Duration.ofMillis(150);
    static final JsonObject DEFER = new JsonObject().put("type", 5);

    Simulator simulator;
    private Conformance conformance;
    Http control;
    Http discord;
    Stage stage;
    GatewayClient gateway;

    @BeforeEach
    void start() {
        begin(SimulatorConfig.onFreePort());
    }

    void begin(SimulatorConfig config) {
        simulator = Simulator.start(config);
        conformance = Conformance.listeningTo(simulator);
        control = Http.control(simulator);
        discord = Http.discord(simulator);
        stage = new Stage(simulator);
        gateway = GatewayClient.identified(simulator);
        discord.put(
                "/applications/" + stage.bot() + "/commands",
                new JsonArray()
                        .add(command("ping"))
                        .add(command("eco")
                                .put("default_member_permissions", "8")
                                .put("options", new JsonArray().add(subcommand())))
                        .add(command("buy").put("options", new JsonArray().add(completed()))));
    }

    void restart(SimulatorConfig config) {
        stop();
        begin(config);
    }

    @AfterEach
    void stop() {
        gateway.close();
        simulator.close();
        assertThat(conformance.flaws(DiscordDescription.findOrSkip())).isEmpty();
    }

    static JsonObject command(String name) {
        return new JsonObject().put("name", name).put("description", "Does " + name);
    }

    static JsonObject subcommand() {
        return new JsonObject()
                .put("type", 1)
                .put("name", "add")
                .put("description", "Adds")
                .put(
                        "options",
                        new JsonArray()
                                .add(option(6, "user").put("required", true))
                                .add(option(4, "amount").put("required", true).put("min_value", 1)));
    }

    static JsonObject completed() {
        return option(3, "item").put("required", true).put("autocomplete", true);
    }

    static JsonObject option(int type, String name) {
        return new JsonObject().put("type", type).put("name", name).put("description", "The " + name);
    }

    Http.Answer start(String member, JsonObject order) {
        return control.post(stage.inGeneral("/commands"), order.copy().put("userId", stage.member(member)));
    }

    JsonObject dispatched() {
        return gateway.await("INTERACTION_CREATE").getJsonObject("d");
    }

    JsonObject ping() {
        start("carol", new JsonObject().put("command", "ping"));
        return dispatched();
    }

    Http.Answer callback(JsonObject interaction, JsonObject body) {
        return discord.post(
                "/interactions/" + interaction.getString("id") + "/" + interaction.getString("token")
                        + "/callback?with_response=true",
                body);
    }

    String hook(JsonObject interaction) {
        return "/webhooks/" + stage.bot() + "/" + interaction.getString("token");
    }

    static JsonObject says(String content) {
        return new JsonObject().put("content", content);
    }

    static JsonObject replies(JsonObject data) {
        return new JsonObject().put("type", 4).put("data", data);
    }

    JsonObject view(JsonObject interaction) {
        return control.get("/interactions/" + interaction.getString("id")).json();
    }
}
