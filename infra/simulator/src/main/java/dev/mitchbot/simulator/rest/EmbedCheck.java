package dev.mitchbot.simulator.rest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Discord's limits on embeds. */
final class EmbedCheck {
    private static final int EMBEDS_MAX = 10;
    private static final int CHARACTERS_MAX = 6_000;
    private static final int FIELDS_MAX = 25;

    private final FieldErrors errors;
    private int characters;

    EmbedCheck(FieldErrors errors) {
        this.errors = errors;
    }

    void check(JsonArray embeds) {
        errors.size(embeds, EMBEDS_MAX, "embeds");
        for (int index = 0; index < embeds.size(); index++) {
            check(embeds.getJsonObject(index), index);
        }
        if (characters > CHARACTERS_MAX) {
            errors.add("MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of " + CHARACTERS_MAX, "embeds");
        }
    }

    private void check(JsonObject embed, int index) {
        text(embed, "title", 0, 256, "embeds", index);
        text(embed, "description", 0, 4_096, "embeds", index);
        if (embed.getValue("footer") instanceof JsonObject footer) {
            text(footer, "text", 1, 2_048, "embeds", index, "footer");
        }
        if (embed.getValue("author") instanceof JsonObject author) {
            text(author, "name", 1, 256, "embeds", index, "author");
        }
        if (embed.getValue("color") instanceof Number color
                && (color.longValue() < 0 || color.longValue() > 0xFFFFFF)) {
            errors.add(
                    "NUMBER_TYPE_MAX", "int value should be less than or equal to 16777215.", "embeds", index, "color");
        }
        var fields = embed.getJsonArray("fields", new JsonArray());
        errors.size(fields, FIELDS_MAX, "embeds", index, "fields");
        for (int at = 0; at < fields.size(); at++) {
            text(fields.getJsonObject(at), "name", 1, 256, "embeds", index, "fields", at);
            text(fields.getJsonObject(at), "value", 1, 1_024, "embeds", index, "fields", at);
        }
    }

    private void text(JsonObject holder, String key, int min, int max, Object... path) {
        errors.length(holder, key, min, max, path);
        if (holder.getValue(key) instanceof String text) {
            characters += text.codePointCount(0, text.length());
        }
    }
}
