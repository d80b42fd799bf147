package dev.mitchbot.simulator.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;

/** Where JDA writes numbers as strings or strings as numbers, which Discord takes but its description does not say. */
final class JdaDialect {
    private static final Set<String> NUMBER_LISTS = Set.of("contexts", "integration_types");
    private static final Set<String> NUMBERS = Set.of("default_member_permissions", "allow", "deny", "permissions");
    private static final long SMALLEST_SNOWFLAKE = 1L << 40;

    private JdaDialect() {}

    static JsonNode normalised(JsonNode node) {
        switch (node) {
            case ObjectNode object ->
                object.fieldNames().forEachRemaining(key -> object.set(key, normalised(key, object.get(key))));
            case ArrayNode array -> {
                for (int index = 0; index < array.size(); index++) {
                    array.set(index, normalised(array.get(index)));
                }
            }
            default -> {}
        }
        return node;
    }

    private static JsonNode normalised(String key, JsonNode value) {
        if (NUMBERS.contains(key) && value.isTextual()) {
            return LongNode.valueOf(value.asLong());
        }
        if (NUMBER_LISTS.contains(key) && value instanceof ArrayNode list) {
            for (int index = 0; index < list.size(); index++) {
                list.set(index, IntNode.valueOf(list.get(index).asInt()));
            }
            return list;
        }
        boolean id = key.equals("id") || key.endsWith("_id");
        if (id && value.isIntegralNumber() && value.asLong() > SMALLEST_SNOWFLAKE) {
            return TextNode.valueOf(value.asText());
        }
        return normalised(value);
    }
}
