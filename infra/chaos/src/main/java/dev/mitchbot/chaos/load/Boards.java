package dev.mitchbot.chaos.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The leaderboards whose buttons can be clicked, the latest of each guild. */
final class Boards {
    /** A button of a message. */
    record Button(String messageId, String customId) {}

    private final Map<String, Button> latest = new ConcurrentHashMap<>();

    void look(Guild guild, JsonNode interaction) {
        for (JsonNode message : interaction.path("messages")) {
            message.path("components").findParents("custom_id").stream()
                    .filter(button -> !button.path("disabled").asBoolean())
                    .findFirst()
                    .ifPresent(button -> latest.put(
                            guild.id(),
                            new Button(
                                    message.path("id").asText(),
                                    button.path("custom_id").asText())));
        }
    }

    Optional<Button> of(Guild guild) {
        return Optional.ofNullable(latest.get(guild.id()));
    }
}
