package dev.mitchbot.simulator.gateway;

import dev.mitchbot.simulator.world.Dispatch;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** An event encoded at most once for those who may read message content, and once for those who may not. */
final class EncodedEvent {
    private final Dispatch event;
    private final boolean sensitive;
    private String whole = "";
    private String bare = "";

    EncodedEvent(Dispatch event, String botId) {
        this.event = event;
        this.sensitive = event.type().startsWith("MESSAGE_")
                && event.data().containsKey("content")
                && !event.guildId().isEmpty()
                && !concerns(event.data(), botId);
    }

    String with(boolean content) {
        if (content || !sensitive) {
            whole = whole.isEmpty() ? event.data().encode() : whole;
            return whole;
        }
        bare = bare.isEmpty() ? stripped(event.data()).encode() : bare;
        return bare;
    }

    private static boolean concerns(JsonObject message, String botId) {
        return botId.equals(message.getJsonObject("author").getString("id"))
                || message.getJsonArray("mentions").stream()
                        .anyMatch(user -> botId.equals(((JsonObject) user).getString("id")));
    }

    private static JsonObject stripped(JsonObject message) {
        return new JsonObject(new java.util.LinkedHashMap<>(message.getMap()))
                .put("content", "")
                .put("embeds", new JsonArray())
                .put("components", new JsonArray())
                .put("attachments", new JsonArray());
    }
}
