package dev.mitchbot.simulator.interactions;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A registered application command, in Discord's JSON. */
public record Command(String id, JsonObject json) {
    public static final int CHAT_INPUT = 1;

    public String name() {
        return json.getString("name");
    }

    public int type() {
        return json.getInteger("type");
    }

    public JsonArray options() {
        return json.getJsonArray("options");
    }

    /** Whether a member with these permissions may use it, unless an administrator says otherwise. */
    public boolean permits(long permissions, long administrator) {
        var needed = json.getString("default_member_permissions");
        if (needed == null || (permissions & administrator) != 0) {
            return true;
        }
        long bits = Long.parseLong(needed);
        return bits != 0 && (permissions & bits) == bits;
    }
}
