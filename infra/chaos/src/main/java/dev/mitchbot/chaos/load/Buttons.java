package dev.mitchbot.chaos.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The buttons under an answer that can be clicked. */
final class Buttons {
    /** A button of a message. */
    record Button(String messageId, String customId) {}

    private Buttons() {}

    static List<Button> of(JsonNode interaction) {
        var buttons = new ArrayList<Button>();
        for (JsonNode message : interaction.path("messages")) {
            for (JsonNode button : message.path("components").findParents("custom_id")) {
                if (!button.path("disabled").asBoolean()) {
                    buttons.add(new Button(
                            message.path("id").asText(),
                            button.path("custom_id").asText()));
                }
            }
        }
        return buttons;
    }
}
