package dev.mitchbot.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.simulator.openapi.Conformance;
import dev.mitchbot.simulator.openapi.DiscordDescription;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InteractionRulesTest {
    private static final Duration SHORT = Duration.ofMillis(150);
    private static final JsonObject DEFER = new JsonObject().put("type", 5);

    private Simulator simulator;
    private Conformance conformance;
    private Http control;
    private Http discord;
    private Stage stage;
    private GatewayClient gateway;

    @BeforeEach
    void start() {
        begin(SimulatorConfig.onFreePort());
    }

    private void begin(SimulatorConfig config) {
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

    private void restart(SimulatorConfig config) {
        stop();
        begin(config);
    }

    @AfterEach
    void stop() {
        gateway.close();
        simulator.close();
        DiscordDescription.find()
                .ifPresent(description ->
                        assertThat(conformance.flaws(description)).isEmpty());
    }

    private static JsonObject command(String name) {
        return new JsonObject().put("name", name).put("description", "Does " + name);
    }

    private static JsonObject subcommand() {
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

    private static JsonObject completed() {
        return option(3, "item").put("required", true).put("autocomplete", true);
    }

    private static JsonObject option(int type, String name) {
        return new JsonObject().put("type", type).put("name", name).put("description", "The " + name);
    }

    private Http.Answer start(String member, JsonObject order) {
        return control.post(stage.inGeneral("/commands"), order.copy().put("userId", stage.member(member)));
    }

    private JsonObject dispatched() {
        return gateway.await("INTERACTION_CREATE").getJsonObject("d");
    }

    private JsonObject ping() {
        start("carol", new JsonObject().put("command", "ping"));
        return dispatched();
    }

    private Http.Answer callback(JsonObject interaction, JsonObject body) {
        return discord.post(
                "/interactions/" + interaction.getString("id") + "/" + interaction.getString("token")
                        + "/callback?with_response=true",
                body);
    }

    private String hook(JsonObject interaction) {
        return "/webhooks/" + stage.bot() + "/" + interaction.getString("token");
    }

    private static JsonObject says(String content) {
        return new JsonObject().put("content", content);
    }

    private static JsonObject replies(JsonObject data) {
        return new JsonObject().put("type", 4).put("data", data);
    }

    private JsonObject view(JsonObject interaction) {
        return control.get("/interactions/" + interaction.getString("id")).json();
    }

    @Test
    void failsWhenNotAcknowledgedInTimeAndThenRefusesTheAnswer() {
        restart(SimulatorConfig.onFreePort().with(new SimulatorConfig.Deadlines(SHORT, Duration.ofMinutes(15))));
        var interaction = ping();

        var settled = control.get("/interactions/" + interaction.getString("id") + "?wait=5000")
                .json();
        assertThat(settled.getString("state")).isEqualTo("failed");
        assertThat(settled.getString("error")).contains("not acknowledged");
        var late = callback(interaction, replies(says("late")));
        assertThat(late.status()).isEqualTo(404);
        assertThat(late.json().getInteger("code")).isEqualTo(10062);
    }

    @Test
    void refusesASecondAcknowledgement() {
        var interaction = ping();
        assertThat(callback(interaction, DEFER).status()).isEqualTo(200);

        var second = callback(interaction, replies(says("again")));

        assertThat(second.status()).isEqualTo(400);
        assertThat(second.json().getInteger("code")).isEqualTo(40060);
    }

    @Test
    void refusesAnUnknownInteractionAndAWrongToken() {
        var interaction = ping();
        assertThat(callback(interaction.copy().put("token", "guess"), DEFER)
                        .json()
                        .getInteger("code"))
                .isEqualTo(10062);
        assertThat(discord.post("/webhooks/" + stage.bot() + "/guess", says("x"))
                        .json()
                        .getInteger("code"))
                .isEqualTo(50027);
    }

    @Test
    void endsTheLifeOfAToken() {
        restart(SimulatorConfig.onFreePort().with(new SimulatorConfig.Deadlines(Duration.ofSeconds(3), Duration.ZERO)));
        var interaction = ping();
        callback(interaction, DEFER);

        var late = discord.patch(hook(interaction) + "/messages/@original", says("late"));

        assertThat(late.status()).isEqualTo(401);
        assertThat(late.json().getInteger("code")).isEqualTo(50027);
    }

    @Test
    void refusesFollowUpsBeforeTheFirstAnswer() {
        var interaction = ping();

        assertThat(discord.post(hook(interaction), says("too early")).json().getInteger("code"))
                .isEqualTo(10015);
    }

    @Test
    void editsAndDeletesTheOriginalUnderBothSpellings() {
        var interaction = ping();
        callback(interaction, replies(says("first")));

        assertThat(discord.patch(hook(interaction) + "/messages/%40original", says("second"))
                        .json()
                        .getString("content"))
                .isEqualTo("second");
        assertThat(discord.get(hook(interaction) + "/messages/@original").json().getString("content"))
                .isEqualTo("second");
        assertThat(discord.delete(hook(interaction) + "/messages/@original").status())
                .isEqualTo(204);
        assertThat(discord.get(hook(interaction) + "/messages/@original").status())
                .isEqualTo(404);
    }

    @Test
    void describesADeferredAnswerAsLoadingAndWithoutResource() {
        var interaction = ping();

        var answer = callback(interaction, DEFER).json();

        assertThat(answer.getJsonObject("interaction").getBoolean("response_message_loading"))
                .isTrue();
        assertThat(answer.containsKey("resource")).isFalse();
        assertThat(view(interaction).getString("state")).isEqualTo("acknowledged");
        assertThat(view(interaction).getJsonArray("messages")).isEmpty();
    }

    @Test
    void replacesADeletedDeferralByAnEphemeralFollowUp() {
        var interaction = ping();
        callback(interaction, DEFER);
        discord.delete(hook(interaction) + "/messages/@original");
        discord.post(hook(interaction), says("only you").put("flags", 64));

        var messages = view(interaction).getJsonArray("messages");
        assertThat(messages).hasSize(1);
        assertThat(messages.getJsonObject(0).getBoolean("ephemeral")).isTrue();
        assertThat(seenBy("carol")).contains("only you");
        assertThat(seenBy("dave")).doesNotContain("only you");
    }

    private java.util.List<String> seenBy(String member) {
        return control.get(stage.inGeneral("/messages?userId=" + stage.member(member))).list().stream()
                .map(message -> ((JsonObject) message).getString("content"))
                .toList();
    }

    @Test
    void createsReadsEditsAndDeletesAFollowUp() {
        var interaction = ping();
        callback(interaction, replies(says("first")));
        var followUp = discord.post(hook(interaction), says("more")).json().getString("id");
        var path = hook(interaction) + "/messages/" + followUp;

        assertThat(discord.patch(path, says("even more")).status()).isEqualTo(200);
        assertThat(discord.get(path).json().getString("content")).isEqualTo("even more");
        assertThat(view(interaction).getJsonArray("messages")).hasSize(2);
        assertThat(discord.delete(path).status()).isEqualTo(204);
        assertThat(view(interaction).getJsonArray("messages")).hasSize(1);
    }

    @Test
    void refusesAMemberWhoLacksTheCommandsPermissionWithoutAskingTheBot() {
        var options = new JsonObject().put("user", stage.member("bob")).put("amount", 5);
        var refused = start(
                        "carol",
                        new JsonObject()
                                .put("command", "eco")
                                .put("subcommand", "add")
                                .put("options", options))
                .json();
        assertThat(refused.getString("state")).isEqualTo("failed");
        assertThat(refused.getString("error")).contains("lacks the permission");

        start(
                "alice",
                new JsonObject().put("command", "eco").put("subcommand", "add").put("options", options));
        var interaction = dispatched();
        assertThat(interaction.getJsonObject("member").getJsonObject("user").getString("username"))
                .isEqualTo("alice");
        assertThat(interaction.getJsonObject("data").getJsonObject("resolved").getJsonObject("members"))
                .hasSize(1);
    }

    @Test
    void tellsTheMembersPermissions() {
        long everyone = Long.parseLong(ping().getJsonObject("member").getString("permissions"));
        start("bob", new JsonObject().put("command", "ping"));
        long moderator = Long.parseLong(dispatched().getJsonObject("member").getString("permissions"));

        assertThat(everyone & 4).isZero();
        assertThat(moderator & 4).isEqualTo(4);
    }

    @Test
    void checksOptionsAsDiscordsClientDoes() {
        assertRefused("options.amount", new JsonObject().put("user", stage.member("bob")));
        assertRefused(
                "options.amount",
                new JsonObject().put("user", stage.member("bob")).put("amount", 0));
        assertRefused(
                "options.amount",
                new JsonObject().put("user", stage.member("bob")).put("amount", 1.5));
        assertRefused("options.user", new JsonObject().put("user", "1").put("amount", 1));
        assertRefused(
                "options.other",
                new JsonObject()
                        .put("user", stage.member("bob"))
                        .put("amount", 1)
                        .put("other", 1));
    }

    private void assertRefused(String field, JsonObject options) {
        var answer = start(
                "alice",
                new JsonObject().put("command", "eco").put("subcommand", "add").put("options", options));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().getString("field")).isEqualTo(field);
    }

    @Test
    void handsCompletionsToTheMember() {
        control.post(
                stage.inGeneral("/autocompletes"),
                new JsonObject()
                        .put("userId", stage.member("carol"))
                        .put("command", "buy")
                        .put("option", "item")
                        .put("value", "ro"));
        var interaction = dispatched();
        assertThat(interaction.getInteger("type")).isEqualTo(4);
        var focused = interaction.getJsonObject("data").getJsonArray("options").getJsonObject(0);
        assertThat(focused.getBoolean("focused")).isTrue();
        var choices = new JsonArray().add(new JsonObject().put("name", "Rod").put("value", "rod-1"));
        var body = new JsonObject().put("type", 8).put("data", new JsonObject().put("choices", choices));
        assertThat(callback(interaction, body).status()).isEqualTo(200);

        assertThat(view(interaction).getJsonArray("choices")).isEqualTo(choices);
    }

    @Test
    void updatesTheMessageWhoseButtonWasPressed() {
        var button = new JsonObject()
                .put("type", 2)
                .put("style", 1)
                .put("label", "Go")
                .put("custom_id", "go");
        var row = new JsonObject().put("type", 1).put("components", new JsonArray().add(button));
        var message = discord.post(
                        "/channels/" + stage.channel("general") + "/messages",
                        says("press").put("components", new JsonArray().add(row)))
                .json()
                .getString("id");
        var click = new JsonObject().put("userId", stage.member("dave")).put("messageId", message);
        assertThat(control.post(stage.inGeneral("/clicks"), click.copy().put("customId", "no"))
                        .status())
                .isEqualTo(400);
        control.post(stage.inGeneral("/clicks"), click.put("customId", "go"));
        var interaction = dispatched();
        assertThat(interaction.getJsonObject("message").getString("id")).isEqualTo(message);
        callback(
                interaction,
                new JsonObject().put("type", 7).put("data", says("pressed").put("components", new JsonArray())));

        assertThat(view(interaction).getString("state")).isEqualTo("answered");
        assertThat(discord.get("/channels/" + stage.channel("general") + "/messages/" + message)
                        .json()
                        .getString("content"))
                .isEqualTo("pressed");
    }

    @Test
    void dispatchesTwiceWithOneIdWhenToldTo() {
        control.post("/faults", new JsonObject().put("kind", "duplicate"));

        assertThat(ping().getString("id")).isEqualTo(dispatched().getString("id"));
    }

    @Test
    void holdsTheAnswerBackUntilTheBotHasAnswered() {
        var held = java.util.concurrent.CompletableFuture.supplyAsync(
                () -> start("carol", new JsonObject().put("command", "ping").put("wait", 5_000))
                        .json());
        var interaction = dispatched();
        callback(interaction, replies(says("pong")));

        var view = held.join();
        assertThat(view.getString("state")).isEqualTo("answered");
        assertThat(view.getLong("acknowledgedAfterMs")).isNotNegative();
        assertThat(view.getJsonArray("messages").getJsonObject(0).getString("content"))
                .isEqualTo("pong");
    }
}
