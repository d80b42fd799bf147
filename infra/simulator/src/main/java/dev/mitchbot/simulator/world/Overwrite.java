package dev.mitchbot.simulator.world;

import io.vertx.core.json.JsonObject;

/** What a channel allows or denies one role (type 0) or one member (type 1). */
public record Overwrite(String id, int type, long allow, long deny) {
    public static final int ROLE = 0;
    public static final int MEMBER = 1;

    public JsonObject json() {
        return new JsonObject()
                .put("id", id)
                .put("type", type)
                .put("allow", Long.toString(allow))
                .put("deny", Long.toString(deny));
    }
}
