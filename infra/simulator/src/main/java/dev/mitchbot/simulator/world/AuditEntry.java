package dev.mitchbot.simulator.world;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that the bot did to a guild.
 *
 * @param options what Discord says beside it for some actions, such as how many messages were deleted
 */
public record AuditEntry(
        String id,
        Action action,
        String targetId,
        Optional<String> channelId,
        Map<String, String> options,
        Optional<String> reason,
        Instant at) {
    public AuditEntry {
        options = Map.copyOf(options);
    }

    /** What was done: its name for people and Discord's number. */
    public enum Action {
        BAN("ban", 22),
        UNBAN("unban", 23),
        KICK("kick", 20),
        TIMEOUT("timeout", 24),
        ROLE_ADD("role-add", 25),
        ROLE_REMOVE("role-remove", 25),
        NICKNAME("nickname", 24),
        MESSAGE_DELETE("message-delete", 72),
        BULK_DELETE("bulk-delete", 73),
        OVERWRITE("overwrite", 14),
        SLOWMODE("slowmode", 11);

        private final String label;
        private final int type;

        Action(String label, int type) {
            this.label = label;
            this.type = type;
        }

        public String label() {
            return label;
        }
    }

    public JsonObject view() {
        var view = new JsonObject().put("action", action.label()).put("targetId", targetId);
        channelId.ifPresent(channel -> view.put("channelId", channel));
        reason.ifPresent(text -> view.put("reason", text));
        return view.put("at", at.toString());
    }

    public JsonObject json(String userId) {
        var json = new JsonObject()
                .put("id", id)
                .put("action_type", action.type)
                .put("user_id", userId)
                .put("target_id", action == Action.OVERWRITE ? channelId.orElse(targetId) : targetId)
                .put("changes", new JsonArray());
        if (!options.isEmpty()) {
            var beside = new JsonObject();
            options.forEach(beside::put);
            json.put("options", beside);
        }
        reason.ifPresent(text -> json.put("reason", text));
        return json;
    }
}
