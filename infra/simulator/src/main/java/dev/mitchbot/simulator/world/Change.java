package dev.mitchbot.simulator.world;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * A change that a viewer of the world may want to see.
 *
 * @param viewer the only member who may see it, when it is about an ephemeral or a direct message
 */
public record Change(String type, String guildId, String channelId, String id, Optional<String> viewer) {
    public static Change of(String type, String guildId, String id) {
        return new Change(type, guildId, "", id, Optional.empty());
    }

    static Change of(String type, Message message) {
        return new Change(
                type,
                message.channel().guildId(),
                message.channel().id(),
                message.id(),
                message.origin().viewer().or(() -> message.channel().recipient().map(User::id)));
    }

    public JsonObject json() {
        var json = new JsonObject().put("type", type);
        if (!guildId.isEmpty()) {
            json.put("guildId", guildId);
        }
        if (!channelId.isEmpty()) {
            json.put("channelId", channelId);
        }
        json.put("id", id);
        viewer.ifPresent(user -> json.put("userId", user));
        return json;
    }
}
