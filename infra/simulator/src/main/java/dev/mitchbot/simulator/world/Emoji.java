package dev.mitchbot.simulator.world;

import io.vertx.core.json.JsonObject;

/** Emoji as routes write them: a character, or {@code name:id}. */
public final class Emoji {
    private Emoji() {}

    public static JsonObject json(String emoji) {
        int colon = emoji.lastIndexOf(':');
        return colon > 0
                ? new JsonObject().put("id", emoji.substring(colon + 1)).put("name", emoji.substring(0, colon))
                : new JsonObject().put("id", null).put("name", emoji);
    }
}
