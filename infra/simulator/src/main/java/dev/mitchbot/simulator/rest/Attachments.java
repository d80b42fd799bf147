package dev.mitchbot.simulator.rest;

import io.vertx.core.json.JsonObject;

/** Describes an attachment as Discord does; the bytes themselves are not kept. */
public final class Attachments {
    private Attachments() {}

    public static JsonObject json(String id, String name, int bytes) {
        var url = "https://cdn.discordapp.com/attachments/" + id + "/" + name;
        return new JsonObject()
                .put("id", id)
                .put("filename", name)
                .put("size", bytes)
                .put("url", url)
                .put("proxy_url", url);
    }
}
