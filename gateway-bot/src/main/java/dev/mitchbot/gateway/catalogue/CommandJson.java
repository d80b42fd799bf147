package dev.mitchbot.gateway.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mitchbot.contracts.catalogue.CommandDefinition;
import dev.mitchbot.contracts.catalogue.Option;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Writes command definitions the way Discord reads them, and reads Discord's back into the same form. */
final class CommandJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int CHAT_INPUT = 1;
    private static final int SUBCOMMAND = 1;
    private static final int IN_GUILDS = 0;

    private CommandJson() {}

    static ArrayNode commands(Collection<CommandDefinition> definitions) {
        ArrayNode commands = NODES.arrayNode();
        definitions.forEach(definition -> commands.add(command(definition)));
        return commands;
    }

    /** Whether Discord's list says the same as ours; the order of commands and what Discord adds do not matter. */
    static boolean isSame(JsonNode ours, JsonNode discords) {
        return normalized(ours).equals(normalized(discords));
    }

    private static ObjectNode command(CommandDefinition definition) {
        ObjectNode json = NODES.objectNode()
                .put("type", CHAT_INPUT)
                .put("name", definition.name())
                .put("description", definition.description());
        if (definition.defaultPermissions() != 0) {
            json.put("default_member_permissions", Long.toUnsignedString(definition.defaultPermissions()));
        } else {
            json.putNull("default_member_permissions");
        }
        json.putArray("contexts").add(IN_GUILDS);
        ArrayNode options = json.putArray("options");
        definition
                .subcommands()
                .forEach(subcommand -> options.addObject()
                        .put("type", SUBCOMMAND)
                        .put("name", subcommand.name())
                        .put("description", subcommand.description())
                        .set("options", options(subcommand.options())));
        definition.options().forEach(option -> options.add(option(option)));
        return json;
    }

    private static ArrayNode options(List<Option> options) {
        ArrayNode all = NODES.arrayNode();
        options.forEach(option -> all.add(option(option)));
        return all;
    }

    private static ObjectNode option(Option option) {
        boolean text = option.type() == Option.Type.STRING;
        ObjectNode json = NODES.objectNode()
                .put("type", number(option.type()))
                .put("name", option.name())
                .put("description", option.description())
                .put("required", option.required());
        option.min().ifPresent(min -> json.put(text ? "min_length" : "min_value", min));
        option.max().ifPresent(max -> json.put(text ? "max_length" : "max_value", max));
        if (!option.choices().isEmpty()) {
            ArrayNode choices = json.putArray("choices");
            option.choices().forEach(choice -> choices.add(choice(option.type(), choice)));
        }
        if (option.autocomplete()) {
            json.put("autocomplete", true);
        }
        return json;
    }

    private static ObjectNode choice(Option.Type type, Option.Choice choice) {
        ObjectNode json = NODES.objectNode().put("name", choice.name());
        return switch (type) {
            case INTEGER -> json.put("value", Long.parseLong(choice.value()));
            case NUMBER -> json.put("value", Double.parseDouble(choice.value()));
            default -> json.put("value", choice.value());
        };
    }

    private static int number(Option.Type type) {
        return switch (type) {
            case STRING -> 3;
            case INTEGER -> 4;
            case BOOLEAN -> 5;
            case USER -> 6;
            case CHANNEL -> 7;
            case ROLE -> 8;
            case NUMBER -> 10;
        };
    }

    private static TreeMap<String, String> normalized(JsonNode commands) {
        TreeMap<String, String> byName = new TreeMap<>();
        commands.forEach(command -> byName.put(
                command.path("type").asInt(CHAT_INPUT) + " "
                        + command.path("name").asText(),
                text(command, "description") + text(command, "default_member_permissions") + inner(command)));
        return byName;
    }

    private static String inner(JsonNode holder) {
        StringBuilder all = new StringBuilder("[");
        holder.path("options").forEach(option -> {
            for (String field : List.of("type", "name", "description", "min_length", "max_length")) {
                all.append(text(option, field));
            }
            all.append(option.path("required").asBoolean())
                    .append(option.path("autocomplete").asBoolean())
                    .append(number(option, "min_value"))
                    .append(number(option, "max_value"));
            option.path("choices")
                    .forEach(choice -> all.append(text(choice, "name")).append(text(choice, "value")));
            all.append(inner(option));
        });
        return all.append(']').toString();
    }

    private static String text(JsonNode holder, String field) {
        return "<" + holder.path(field).asText("").replace("null", "") + ">";
    }

    private static String number(JsonNode holder, String field) {
        return "<" + (holder.hasNonNull(field) ? holder.path(field).asDouble() : "") + ">";
    }
}
