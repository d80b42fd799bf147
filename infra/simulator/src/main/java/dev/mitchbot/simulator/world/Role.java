package dev.mitchbot.simulator.world;

import io.vertx.core.json.JsonObject;

/** A role of a guild; the one with the guild's own id is everyone's. */
public record Role(
        String id,
        String name,
        long permissions,
        int position,
        int color,
        boolean hoist,
        boolean mentionable,
        boolean managed) {
    public Role at(int other) {
        return new Role(id, name, permissions, other, color, hoist, mentionable, managed);
    }

    public JsonObject json() {
        return new JsonObject()
                .put("id", id)
                .put("name", name)
                .put("description", null)
                .put("permissions", Long.toString(permissions))
                .put("position", position)
                .put("color", color)
                .put(
                        "colors",
                        new JsonObject()
                                .put("primary_color", color)
                                .put("secondary_color", null)
                                .put("tertiary_color", null))
                .put("hoist", hoist)
                .put("managed", managed)
                .put("mentionable", mentionable)
                .put("icon", null)
                .put("unicode_emoji", null)
                .put("flags", 0);
    }
}
