package dev.mitchbot.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CommandUseTest extends InteractionStage {
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
    void takesTheIdOfSomebodyWhoHasLeft() {
        var dave = stage.member("dave");
        control.delete("/guilds/" + stage.guild() + "/members/" + dave);
        start(
                "alice",
                new JsonObject()
                        .put("command", "eco")
                        .put("subcommand", "add")
                        .put("options", new JsonObject().put("user", dave).put("amount", 5)));

        var resolved = dispatched().getJsonObject("data").getJsonObject("resolved");
        assertThat(resolved.getJsonObject("users").fieldNames()).containsExactly(dave);
        assertThat(resolved.containsKey("members")).isFalse();
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
        var message = messageWithButton();
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
    void refusesAClickOfAMemberWhoDoesNotSeeTheChannelWithoutAskingTheBot() {
        var message = messageWithButton();
        discord.put(
                "/channels/" + stage.channel("general") + "/permissions/" + stage.member("carol"),
                new JsonObject().put("type", 1).put("deny", "1024"));

        assertRefusedClick("carol", message, "carol may not see this channel.");
    }

    @Test
    void refusesAClickOfAMemberWhoIsTimedOutWithoutAskingTheBot() {
        var message = messageWithButton();
        discord.patch(
                "/guilds/" + stage.guild() + "/members/" + stage.member("carol"),
                new JsonObject()
                        .put(
                                "communication_disabled_until",
                                Instant.now().plusSeconds(600).toString()));

        assertRefusedClick("carol", message, "carol is timed out.");
    }

    /** The next interaction that reaches the bot is somebody else's. */
    private void assertRefusedClick(String member, String message, String why) {
        var refused = click(member, message);
        assertThat(refused.getString("state")).isEqualTo("failed");
        assertThat(refused.getString("error")).isEqualTo(why);
        click("dave", message);
        assertThat(dispatched().getJsonObject("member").getJsonObject("user").getString("username"))
                .isEqualTo("dave");
    }

    private JsonObject click(String member, String message) {
        return control.post(
                        stage.inGeneral("/clicks"),
                        new JsonObject()
                                .put("userId", stage.member(member))
                                .put("messageId", message)
                                .put("customId", "go"))
                .json();
    }

    private String messageWithButton() {
        var button = new JsonObject()
                .put("type", 2)
                .put("style", 1)
                .put("label", "Go")
                .put("custom_id", "go");
        var row = new JsonObject().put("type", 1).put("components", new JsonArray().add(button));
        return discord.post(
                        "/channels/" + stage.channel("general") + "/messages",
                        says("press").put("components", new JsonArray().add(row)))
                .json()
                .getString("id");
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
