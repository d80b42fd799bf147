package dev.mitchbot.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.simulator.openapi.DiscordDescription;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscordDescriptionTest {
    private static final String MESSAGES = "/channels/1191168914227200007/messages";
    private static final Set<String> REQUIRED = Set.of(
            "id",
            "type",
            "channel_id",
            "author",
            "content",
            "embeds",
            "components",
            "attachments",
            "mentions",
            "mention_roles",
            "mention_everyone",
            "timestamp",
            "edited_timestamp",
            "flags",
            "pinned",
            "tts");

    private DiscordDescription description;

    @BeforeEach
    void find() {
        description = DiscordDescription.findOrSkip();
    }

    private static JsonObject message() {
        try (var simulator = Simulator.start(SimulatorConfig.onFreePort())) {
            var stage = new Stage(simulator);
            return Http.discord(simulator)
                    .post(
                            "/channels/" + stage.channel("general") + "/messages",
                            new JsonObject().put("content", "hello <@" + stage.member("bob") + ">"))
                    .json();
        }
    }

    private List<String> flaws(JsonObject response) {
        return description.flaws("POST", MESSAGES, "{\"content\":\"hello\"}", 200, response.encode());
    }

    @Test
    void acceptsAMessageOfTheSimulator() {
        assertThat(flaws(message())).isEmpty();
    }

    @Test
    void catchesEveryRemovedField() {
        var whole = message();
        var uncaught = new ArrayList<String>();
        for (var field : REQUIRED) {
            var mutant = whole.copy();
            assertThat(mutant.remove(field)).as(field).isNotEqualTo(mutant);
            if (flaws(mutant).isEmpty()) {
                uncaught.add(field);
            }
        }

        assertThat(uncaught).isEmpty();
    }

    @Test
    void catchesEveryWrongType() {
        var whole = message();
        var uncaught = new ArrayList<String>();
        for (var field : REQUIRED) {
            var mutant = whole.copy().put(field, new JsonObject().put("wrong", new JsonArray()));
            if (flaws(mutant).isEmpty()) {
                uncaught.add(field);
            }
        }

        assertThat(uncaught).isEmpty();
    }

    @Test
    void catchesAFlawInsideAMention() {
        var mutant = message();
        mutant.getJsonArray("mentions").getJsonObject(0).remove("username");

        assertThat(flaws(mutant)).isNotEmpty();
    }

    @Test
    void catchesAnUnknownPathAMissingAnswerAndABadRequest() {
        assertThat(description.flaws("GET", "/nothing/here", "", 200, "{}")).isNotEmpty();
        assertThat(description.flaws("POST", MESSAGES, "{\"content\":\"hello\"}", 302, ""))
                .isNotEmpty();
        assertThat(description.flaws(
                        "POST", MESSAGES, "{\"content\":7}", 200, message().encode()))
                .isNotEmpty();
    }
}
