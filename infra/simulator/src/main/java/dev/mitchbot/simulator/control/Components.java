package dev.mitchbot.simulator.control;

import dev.mitchbot.simulator.world.Message;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The buttons and menus of a message, as a member may use them. */
final class Components {
    static final int BUTTON = 2;
    private static final int STRING_SELECT = 3;

    private Components() {}

    static JsonObject enabled(Message message, String customId) {
        var rows = message.body().components();
        for (int row = 0; row < rows.size(); row++) {
            var items = rows.getJsonObject(row).getJsonArray("components", new JsonArray());
            for (int at = 0; at < items.size(); at++) {
                var item = items.getJsonObject(at);
                if (customId.equals(item.getString("custom_id"))) {
                    return usable(item);
                }
            }
        }
        throw Problem.badField("customId", "the message has no component " + customId);
    }

    private static JsonObject usable(JsonObject item) {
        if (item.getBoolean("disabled", false)) {
            throw Problem.badField("customId", "the component is disabled");
        }
        return item;
    }

    static JsonArray chosen(JsonObject menu, JsonArray values) {
        int min = menu.getInteger("min_values", 1);
        int max = menu.getInteger("max_values", 1);
        if (values.size() < min || values.size() > max) {
            throw Problem.badField("values", "must be " + min + " to " + max + " values");
        }
        if (menu.getInteger("type") == STRING_SELECT) {
            var offered = menu.getJsonArray("options", new JsonArray()).stream()
                    .map(option -> ((JsonObject) option).getString("value"))
                    .toList();
            for (var value : values) {
                if (!offered.contains(value)) {
                    throw Problem.badField("values", value + " is not offered");
                }
            }
        }
        return values;
    }
}
