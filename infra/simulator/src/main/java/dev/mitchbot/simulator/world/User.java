package dev.mitchbot.simulator.world;

import io.vertx.core.json.JsonObject;

/** An account. */
public record User(String id, String name, boolean bot) {
    public JsonObject json() {
        var json = new JsonObject()
                .put("id", id)
                .put("username", name)
                .put("discriminator", bot ? "0001" : "0")
                .put("global_name", bot ? null : name)
                .put("avatar", null)
                .put("public_flags", 0)
                .put("flags", 0)
                .put("primary_guild", null);
        return bot ? json.put("bot", true) : json;
    }
}
