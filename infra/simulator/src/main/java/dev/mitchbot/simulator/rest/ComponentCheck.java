package dev.mitchbot.simulator.rest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.Set;

/** Discord's limits on the buttons and menus of a message. */
final class ComponentCheck {
    private static final int ROW = 1;
    private static final int BUTTON = 2;
    private static final int LINK_STYLE = 5;
    private static final int PER_MESSAGE = 5;
    private static final int PER_ROW = 5;
    private static final int OPTIONS_MAX = 25;

    private final FieldErrors errors;
    private final Set<String> customIds = new HashSet<>();

    ComponentCheck(FieldErrors errors) {
        this.errors = errors;
    }

    void check(JsonArray rows) {
        errors.size(rows, PER_MESSAGE, "components");
        for (int index = 0; index < rows.size(); index++) {
            var row = rows.getJsonObject(index);
            if (row.getInteger("type", 0) != ROW) {
                errors.add(
                        "UNION_TYPE_CHOICES",
                        "Value of field \"type\" must be one of (1,).",
                        "components",
                        index,
                        "type");
                continue;
            }
            var items = row.getJsonArray("components", new JsonArray());
            if (items.isEmpty() || items.size() > PER_ROW) {
                errors.add(
                        "BASE_TYPE_BAD_LENGTH",
                        "Must be between 1 and 5 in length.",
                        "components",
                        index,
                        "components");
            }
            for (int at = 0; at < items.size(); at++) {
                check(items.getJsonObject(at), index, at);
            }
        }
    }

    private void check(JsonObject item, int row, int at) {
        Object[] path = {"components", row, "components", at};
        int type = item.getInteger("type", 0);
        if (type == BUTTON) {
            checkButton(item, path);
        } else if (type >= 3 && type <= 8) {
            customId(item, path);
            errors.length(item, "placeholder", 0, 150, path);
            errors.size(
                    item.getJsonArray("options", new JsonArray()), OPTIONS_MAX, FieldErrors.append(path, "options"));
        } else {
            errors.add("UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (2, 3, 5, 6, 7, 8).", path);
        }
    }

    private void checkButton(JsonObject button, Object... path) {
        int style = button.getInteger("style", 0);
        if (style < 1 || style > 6) {
            errors.add(
                    "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4, 5, 6}.", FieldErrors.append(path, "style"));
        }
        errors.length(button, "label", 0, 80, path);
        if (style == LINK_STYLE) {
            errors.length(button, "url", 1, 512, path);
        } else {
            customId(button, path);
        }
        if (button.getValue("label") == null && button.getValue("emoji") == null) {
            errors.add("BUTTON_COMPONENT_INVALID_EMOJI_OR_LABEL", "A button must have a label or an emoji", path);
        }
    }

    private void customId(JsonObject item, Object... path) {
        errors.length(item, "custom_id", 1, 100, path);
        var id = item.getString("custom_id", "");
        if (!id.isEmpty() && !customIds.add(id)) {
            errors.add(
                    "COMPONENT_CUSTOM_ID_DUPLICATED",
                    "Component custom id cannot be duplicated",
                    FieldErrors.append(path, "custom_id"));
        }
    }
}
