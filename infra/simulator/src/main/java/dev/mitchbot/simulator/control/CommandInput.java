package dev.mitchbot.simulator.control;

import dev.mitchbot.simulator.interactions.Command;
import dev.mitchbot.simulator.world.Guild;
import dev.mitchbot.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** What a member has typed after a slash, checked as Discord's client would, in Discord's JSON. */
final class CommandInput {
    private static final int SUBCOMMAND = 1;
    private static final int GROUP = 2;

    private final World world;
    private final Guild guild;
    private final Command command;

    CommandInput(World world, Guild guild, Command command) {
        this.world = world;
        this.guild = guild;
        this.command = command;
    }

    /** The data of a whole command. */
    JsonObject chosen(Optional<String> subcommand, JsonObject given) {
        var resolved = new Resolved(world, guild);
        var path = path(subcommand);
        var values = new OptionValues(definitions(path), given, resolved).checked();
        return data(path, values, resolved);
    }

    /** The data of a command that is still being typed, one option in focus. */
    JsonObject typing(Optional<String> subcommand, JsonObject given, String focused, Object typed) {
        var resolved = new Resolved(world, guild);
        var path = path(subcommand);
        var values = new OptionValues(definitions(path), given, resolved).typing(focused, typed);
        return data(path, values, resolved);
    }

    private String[] path(Optional<String> subcommand) {
        boolean nested =
                command.options().stream().anyMatch(option -> ((JsonObject) option).getInteger("type") <= GROUP);
        if (nested && subcommand.isEmpty()) {
            throw Problem.badField("subcommand", "/" + command.name() + " needs one");
        }
        if (!nested && subcommand.isPresent()) {
            throw Problem.badField("subcommand", "/" + command.name() + " has none");
        }
        return subcommand.map(text -> text.trim().split("[ /]+")).orElse(new String[0]);
    }

    private JsonArray definitions(String[] path) {
        var options = command.options();
        for (int depth = 0; depth < path.length; depth++) {
            options = step(options, path[depth]).getJsonArray("options", new JsonArray());
        }
        if (options.stream().anyMatch(option -> ((JsonObject) option).getInteger("type") == SUBCOMMAND)) {
            throw Problem.badField("subcommand", "names a group; add the subcommand after a space");
        }
        return options;
    }

    private static JsonObject step(JsonArray options, String name) {
        return options.stream()
                .map(JsonObject.class::cast)
                .filter(option -> option.getInteger("type") <= GROUP
                        && option.getString("name").equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.badField("subcommand", "there is no subcommand " + name));
    }

    private JsonObject data(String[] path, JsonArray values, Resolved resolved) {
        var options = values;
        for (int depth = path.length - 1; depth >= 0; depth--) {
            var wrapper = new JsonObject()
                    .put("name", path[depth])
                    .put("type", depth == path.length - 1 ? SUBCOMMAND : GROUP)
                    .put("options", options);
            options = new JsonArray().add(wrapper);
        }
        var data = new JsonObject()
                .put("id", command.id())
                .put("name", command.name())
                .put("type", command.type())
                .put("options", options);
        if (command.json().containsKey("guild_id")) {
            data.put("guild_id", command.json().getString("guild_id"));
        }
        return resolved.isEmpty() ? data : data.put("resolved", resolved.json());
    }
}
