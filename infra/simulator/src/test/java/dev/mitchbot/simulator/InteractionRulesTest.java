package dev.mitchbot.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InteractionRulesTest extends InteractionStage {
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
        assertThat(view(interaction).getBoolean("ephemeral")).isFalse();
        discord.post(hook(interaction), says("only you").put("flags", 64));

        assertThat(view(interaction).getBoolean("ephemeral")).isTrue();
        var messages = view(interaction).getJsonArray("messages");
        assertThat(messages).hasSize(1);
        assertThat(messages.getJsonObject(0).getBoolean("ephemeral")).isTrue();
        assertThat(seenBy("carol")).contains("only you");
        assertThat(seenBy("dave")).doesNotContain("only you");
    }

    @Test
    void showsWhoWaitsTheAnswerThatStandsBesideAnEditedDeferralOnceThatIsGone() {
        var interaction = ping();
        callback(interaction, DEFER);
        var waiting = CompletableFuture.supplyAsync(
                () -> control.get("/interactions/" + interaction.getString("id") + "?wait=10000")
                        .json());
        discord.patch(hook(interaction) + "/messages/@original", says("…"));
        discord.post(hook(interaction), says("only you").put("flags", 64));
        discord.delete(hook(interaction) + "/messages/@original");

        assertThat(waiting.join().getString("state")).isEqualTo("answered");
        assertThat(waiting.join().getBoolean("ephemeral")).isTrue();
        assertThat(waiting.join().getJsonArray("messages")).hasSize(1);
    }

    @Test
    void staysPublicWhereAnEphemeralFollowUpComesAfterAPublicAnswer() {
        var interaction = ping();
        callback(interaction, replies(says("for all")));
        discord.post(hook(interaction), says("only you").put("flags", 64));

        assertThat(view(interaction).getBoolean("ephemeral")).isFalse();
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
}
