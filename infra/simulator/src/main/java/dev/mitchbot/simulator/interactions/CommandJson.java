package dev.mitchbot.simulator.interactions;

import dev.mitchbot.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Writes a command definition as Discord gives it back. */
final class CommandJson {
    private CommandJson() {}

    static JsonObject registered(JsonObject definition, String id, World world, String guildId) {
        var permissions = definition.getValue("default_member_permissions");
        var json = new JsonObject()
                .put("id", id)
                .put("application_id", world.bot().id())
                .put("version", world.snowflakes().next())
                .put("type", definition.getInteger("type", Command.CHAT_INPUT))
                .put("name", definition.getString("name"))
                .put("name_localizations", definition.getValue("name_localizations"))
                .put("description", definition.getString("description", ""))
                .put("description_localizations", definition.getValue("description_localizations"))
                .put("default_member_permissions", permissions == null ? null : permissions.toString())
                .put("nsfw", definition.getBoolean("nsfw", false))
                .put("options", options(definition.getValue("options")));
        if (!guildId.isEmpty()) {
            return json.put("guild_id", guildId);
        }
        return json.put("dm_permission", definition.getBoolean("dm_permission", true))
                .put("contexts", numbers(definition.getValue("contexts"), null))
                .put("integration_types", numbers(definition.getValue("integration_types"), new JsonArray().add(0)));
    }

    private static Object numbers(Object list, Object otherwise) {
        if (!(list instanceof JsonArray values)) {
            return otherwise;
        }
        var numbers = new JsonArray();
        values.forEach(value -> numbers.add(Integer.parseInt(value.toString())));
        return numbers;
    }

    private static JsonArray options(Object list) {
        var options = new JsonArray();
        if (list instanceof JsonArray definitions) {
            for (int index = 0; index < definitions.size(); index++) {
                options.add(option(definitions.getJsonObject(index)));
            }
        }
        return options;
    }

    private static JsonObject option(JsonObject definition) {
        var option = definition.copy();
        option.getMap().values().removeIf(java.util.Objects::isNull);
        if (definition.getValue("options") != null) {
            option.put("options", options(definition.getValue("options")));
        }
        return option;
    }
}
