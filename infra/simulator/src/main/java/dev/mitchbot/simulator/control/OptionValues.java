package dev.mitchbot.simulator.control;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The values of a command's options, checked against their definitions as Discord's client does before it sends. */
final class OptionValues {
    private static final int STRING = 3;
    private static final int INTEGER = 4;
    private static final int BOOLEAN = 5;
    private static final int USER = 6;
    private static final int CHANNEL = 7;
    private static final int ROLE = 8;
    private static final int MENTIONABLE = 9;
    private static final int NUMBER = 10;
    private static final int STRING_MAX = 6_000;
    private static final double SAFE_MAX = 9_007_199_254_740_991d;

    private final JsonArray definitions;
    private final JsonObject given;
    private final Resolved resolved;

    OptionValues(JsonArray definitions, JsonObject given, Resolved resolved) {
        this.definitions = definitions;
        this.given = given;
        this.resolved = resolved;
        given.fieldNames().forEach(this::definition);
    }

    JsonArray checked() {
        var values = new JsonArray();
        for (var entry : definitions) {
            var definition = (JsonObject) entry;
            var name = definition.getString("name");
            if (given.getValue(name) != null) {
                values.add(value(definition, given.getValue(name)));
            } else if (definition.getBoolean("required", false)) {
                throw Problem.badField("options." + name, "is required");
            }
        }
        return values;
    }

    JsonArray typing(String focused, Object typed) {
        if (!definition(focused).getBoolean("autocomplete", false)) {
            throw Problem.badField("option", focused + " has no completion");
        }
        var values = new JsonArray();
        for (var entry : definitions) {
            var definition = (JsonObject) entry;
            var name = definition.getString("name");
            if (name.equals(focused)) {
                values.add(option(definition, typed.toString()).put("focused", true));
            } else if (given.getValue(name) != null) {
                values.add(value(definition, given.getValue(name)));
            }
        }
        return values;
    }

    private JsonObject definition(String name) {
        return definitions.stream()
                .map(JsonObject.class::cast)
                .filter(definition -> definition.getString("name").equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.badField("options." + name, "the command has no such option"));
    }

    private JsonObject value(JsonObject definition, Object value) {
        var field = "options." + definition.getString("name");
        switch (definition.getInteger("type")) {
            case STRING -> checkText(definition, field, value);
            case INTEGER, NUMBER -> checkNumber(definition, field, value);
            case BOOLEAN -> require(value instanceof Boolean, field, "must be true or false");
            case USER -> require(value instanceof String id && resolved.user(id), field, "must be the id of a user");
            case CHANNEL ->
                require(value instanceof String id && resolved.channel(id), field, "must be the id of a channel here");
            case ROLE ->
                require(value instanceof String id && resolved.role(id), field, "must be the id of a role here");
            case MENTIONABLE ->
                require(
                        value instanceof String id && (resolved.user(id) || resolved.role(id)),
                        field,
                        "must be the id of a user, or of a role here");
            default -> throw Problem.badField(field, "options of this type are not simulated");
        }
        checkChoice(definition, field, value);
        return option(definition, value);
    }

    private static JsonObject option(JsonObject definition, Object value) {
        return new JsonObject()
                .put("name", definition.getString("name"))
                .put("type", definition.getInteger("type"))
                .put("value", value);
    }

    private static void checkText(JsonObject definition, String field, Object value) {
        require(value instanceof String, field, "must be a string");
        int length = value.toString().codePointCount(0, value.toString().length());
        int min = definition.getInteger("min_length", 0);
        int max = definition.getInteger("max_length", STRING_MAX);
        require(length >= min && length <= max, field, "must be " + min + " to " + max + " characters long");
    }

    private static void checkNumber(JsonObject definition, String field, Object value) {
        require(value instanceof Number, field, "must be a number");
        double number = ((Number) value).doubleValue();
        boolean whole = value instanceof Integer || value instanceof Long || number == Math.rint(number);
        require(definition.getInteger("type") == NUMBER || whole, field, "must be a whole number");
        double min = bound(definition, "min_value", -SAFE_MAX);
        double max = bound(definition, "max_value", SAFE_MAX);
        require(number >= min, field, "must be " + definition.getValue("min_value", "greater") + " or more");
        require(number <= max, field, "must be " + definition.getValue("max_value", "smaller") + " or less");
    }

    private static double bound(JsonObject definition, String key, double fallback) {
        return definition.getValue(key) instanceof Number number ? number.doubleValue() : fallback;
    }

    private static void checkChoice(JsonObject definition, String field, Object value) {
        var choices = definition.getJsonArray("choices", new JsonArray());
        if (choices.isEmpty()) {
            return;
        }
        boolean offered = choices.stream()
                .map(choice -> ((JsonObject) choice).getValue("value"))
                .anyMatch(choice -> choice.toString().equals(value.toString()));
        require(offered, field, "must be one of the choices");
    }

    private static void require(boolean holds, String field, String otherwise) {
        if (!holds) {
            throw Problem.badField(field, otherwise);
        }
    }
}
