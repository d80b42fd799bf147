package dev.mitchbot.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.contracts.wire.Snowflakes;
import java.time.Instant;
import java.util.Optional;

/** An interaction as the member sees it, in the simulator's JSON. */
record Seen(JsonNode json) {
    String id() {
        return json.path("id").asText();
    }

    /** When Discord made it, right before it told the bot. */
    Instant madeAt() {
        return Snowflakes.createdAt(Long.parseLong(id()));
    }

    String state() {
        return json.path("state").asText();
    }

    boolean isEphemeral() {
        return message().path("ephemeral").asBoolean();
    }

    String error() {
        return json.path("error").asText();
    }

    JsonNode message() {
        return json.path("messages").path(0);
    }

    int messages() {
        return json.path("messages").size();
    }

    /** What the message's only embed says, without its fields. */
    String text() {
        return embed().path("description").asText();
    }

    String field(int index) {
        return embed().path("fields").path(index).path("value").asText();
    }

    String fieldName(int index) {
        return embed().path("fields").path(index).path("name").asText();
    }

    boolean offers(String label) {
        return buttonIn(message(), label).isPresent();
    }

    /** The stable code below a refusal, or what else stands at the bottom. */
    String code() {
        return embed().path("footer").path("text").asText();
    }

    /** How long Discord waited for the first sign of life. */
    long acknowledgedAfterMs() {
        return json.path("acknowledgedAfterMs").asLong(Long.MAX_VALUE);
    }

    long answeredAfterMs() {
        return json.path("answeredAfterMs").asLong(Long.MAX_VALUE);
    }

    /** Nobody acknowledged it in Discord's three seconds. */
    boolean isFailed() {
        return state().equals("failed");
    }

    boolean isRefused() {
        return isDecided() && !code().isEmpty();
    }

    boolean isToldThatNothingIsConfirmed() {
        return state().equals("answered") && content().startsWith("Not confirmed yet");
    }

    private String content() {
        return message().path("content").asText();
    }

    /** Decided by a service; what the gateway says by itself has no embed. */
    boolean isDecided() {
        return state().equals("answered") && embed().isObject();
    }

    boolean isToldThatNothingHappened() {
        return state().equals("answered") && content().contains("Nothing happened");
    }

    JsonNode button(String label) {
        return buttonIn(message(), label).orElseThrow(() -> new AssertionError("no button " + label + " in " + json));
    }

    private JsonNode embed() {
        return message().path("embeds").path(0);
    }

    private static Optional<JsonNode> buttonIn(JsonNode message, String label) {
        return message.path("components").findParents("label").stream()
                .filter(button -> button.path("label").asText().equals(label))
                .findFirst();
    }
}
