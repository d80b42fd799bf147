package dev.mitchbot.bench.wait;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.stream.Stream;

/** The two buttons of a hand that goes on. */
record Buttons(String messageId, String hit, String stand) {
    /** Empty when the interaction was not answered with a hand that waits for its player. */
    static Optional<Buttons> in(JsonObject interaction) {
        return objects(interaction.getJsonArray("messages"))
                .findFirst()
                .flatMap(message -> button(message, "Hit")
                        .flatMap(hit -> button(message, "Stand")
                                .map(stand -> new Buttons(message.getString("id"), hit, stand))));
    }

    JsonObject click(boolean hitting) {
        return new JsonObject().put("messageId", messageId).put("customId", hitting ? hit : stand);
    }

    private static Optional<String> button(JsonObject message, String label) {
        return objects(message.getJsonArray("components"))
                .flatMap(row -> objects(row.getJsonArray("components")))
                .filter(button -> label.equals(button.getString("label")) && !button.getBoolean("disabled", false))
                .map(button -> button.getString("custom_id"))
                .findFirst();
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array == null ? Stream.empty() : array.stream().map(JsonObject.class::cast);
    }
}
