package dev.mitchbot.simulator.rest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Collects what is wrong with a body, field by field, in the tree that Discord answers. */
public final class FieldErrors {
    private final JsonObject tree = new JsonObject();

    /** Notes an error at a path such as {@code "embeds", 0, "title"}. */
    public void add(String code, String message, Object... path) {
        var node = tree;
        for (var step : path) {
            var key = String.valueOf(step);
            if (!node.containsKey(key)) {
                node.put(key, new JsonObject());
            }
            node = node.getJsonObject(key);
        }
        if (!node.containsKey("_errors")) {
            node.put("_errors", new JsonArray());
        }
        node.getJsonArray("_errors").add(new JsonObject().put("code", code).put("message", message));
    }

    public void required(Object... path) {
        add("BASE_TYPE_REQUIRED", "This field is required", path);
    }

    /** Checks that a text is not longer than Discord takes, and that it is there when it must be. */
    public void length(JsonObject holder, String key, int min, int max, Object... path) {
        var value = holder.getValue(key);
        var at = append(path, key);
        if (value == null) {
            if (min > 0) {
                required(at);
            }
            return;
        }
        if (!(value instanceof String text)) {
            add("STRING_TYPE_CONVERT", "Could not interpret \"" + value + "\" as string.", at);
            return;
        }
        int length = text.codePointCount(0, text.length());
        if (length > max && min <= 1) {
            add("BASE_TYPE_MAX_LENGTH", "Must be " + max + " or fewer in length.", at);
        } else if (length > max || length < min) {
            add("BASE_TYPE_BAD_LENGTH", "Must be between " + min + " and " + max + " in length.", at);
        }
    }

    /** Checks that a list is not longer than Discord takes. */
    public void size(JsonArray list, int max, Object... path) {
        if (list.size() > max) {
            add("BASE_TYPE_MAX_LENGTH", "Must be " + max + " or fewer in length.", path);
        }
    }

    static Object[] append(Object[] path, Object... more) {
        var whole = new Object[path.length + more.length];
        System.arraycopy(path, 0, whole, 0, path.length);
        System.arraycopy(more, 0, whole, path.length, more.length);
        return whole;
    }

    public void throwIfAny() {
        if (!tree.isEmpty()) {
            throw ApiError.invalidForm(tree);
        }
    }

    public static ApiError single(String code, String message, Object... path) {
        var errors = new FieldErrors();
        errors.add(code, message, path);
        return ApiError.invalidForm(errors.tree);
    }
}
