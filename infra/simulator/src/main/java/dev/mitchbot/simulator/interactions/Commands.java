package dev.mitchbot.simulator.interactions;

import dev.mitchbot.simulator.rest.ApiError;
import dev.mitchbot.simulator.rest.ApiError.Unknown;
import dev.mitchbot.simulator.rest.FieldErrors;
import dev.mitchbot.simulator.world.Change;
import dev.mitchbot.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands that the bot has registered, globally and in single guilds. */
public final class Commands {
    private static final String GLOBAL = "";
    private static final int CHAT_INPUT_MAX = 100;
    private static final int CONTEXT_MENU_MAX = 15;

    private final World world;
    private final Map<String, Map<String, Command>> scopes = new LinkedHashMap<>();

    public Commands(World world) {
        this.world = world;
        scopes.put(GLOBAL, new LinkedHashMap<>());
    }

    /** The chat command of this name that a member of the guild would reach: the guild's own first. */
    public Optional<Command> find(String guildId, String name) {
        var key = key(Command.CHAT_INPUT, name);
        return Optional.ofNullable(scope(guildId).get(key))
                .or(() -> Optional.ofNullable(scopes.get(GLOBAL).get(key)));
    }

    public List<Command> all() {
        return scopes.values().stream()
                .flatMap(scope -> scope.values().stream())
                .toList();
    }

    Collection<Command> in(String scope) {
        return scope(scope).values();
    }

    Command get(String scope, String id) {
        return scope(scope).values().stream()
                .filter(command -> command.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ApiError.unknown(Unknown.COMMAND));
    }

    Collection<Command> replaceAll(String scope, JsonArray definitions) {
        var errors = new FieldErrors();
        var kept = new LinkedHashMap<String, Command>();
        for (int index = 0; index < definitions.size(); index++) {
            var definition = definitions.getJsonObject(index);
            new CommandCheck(errors).check(definition, index);
            var key = key(definition);
            var before = Optional.ofNullable(scope(scope).get(key));
            if (kept.put(key, command(scope, definition, before)) != null) {
                errors.add(
                        "APPLICATION_COMMANDS_DUPLICATE_NAME",
                        "Application command names must be unique",
                        index,
                        "name");
            }
        }
        errors.throwIfAny();
        refuseTooMany(kept.values());
        scopes.put(scope, kept);
        changed();
        return kept.values();
    }

    /** Adds the command, or replaces the one of its name. */
    Command put(String scope, JsonObject definition) {
        var errors = new FieldErrors();
        new CommandCheck(errors).check(definition);
        errors.throwIfAny();
        var before = Optional.ofNullable(scope(scope).get(key(definition)));
        return store(scope, command(scope, definition, before));
    }

    boolean has(String scope, JsonObject definition) {
        return scope(scope).containsKey(key(definition));
    }

    Command modify(String scope, Command before, JsonObject changes) {
        var definition = before.json().copy().mergeIn(changes);
        var errors = new FieldErrors();
        new CommandCheck(errors).check(definition);
        errors.throwIfAny();
        scope(scope).remove(key(before.json()));
        return store(scope, command(scope, definition, Optional.of(before)));
    }

    void remove(String scope, String id) {
        scope(scope).remove(key(get(scope, id).json()));
        changed();
    }

    private Command store(String scope, Command command) {
        var after = new LinkedHashMap<>(scope(scope));
        after.put(key(command.json()), command);
        refuseTooMany(after.values());
        scopes.put(scope, after);
        changed();
        return command;
    }

    private static void refuseTooMany(Collection<Command> commands) {
        long chat = commands.stream()
                .filter(command -> command.type() == Command.CHAT_INPUT)
                .count();
        if (chat > CHAT_INPUT_MAX || commands.size() - chat > 2 * CONTEXT_MENU_MAX) {
            throw ApiError.of(400, 30032, "Maximum number of application commands reached (" + CHAT_INPUT_MAX + ").");
        }
    }

    private Command command(String scope, JsonObject definition, Optional<Command> before) {
        var id = before.map(Command::id).orElseGet(() -> world.snowflakes().next());
        return new Command(id, CommandJson.registered(definition, id, world, scope));
    }

    private Map<String, Command> scope(String id) {
        return id.equals(GLOBAL) ? scopes.get(GLOBAL) : scopes.getOrDefault(id, new LinkedHashMap<>());
    }

    private static String key(JsonObject definition) {
        return key(definition.getInteger("type", Command.CHAT_INPUT), definition.getString("name"));
    }

    private static String key(int type, String name) {
        return type + ":" + name;
    }

    private void changed() {
        world.announcer().changed(Change.of("commands", "", world.bot().id()));
    }

    /** All commands as the control face gives them. */
    public JsonArray json() {
        return new JsonArray(new ArrayList<>(all().stream().map(Command::json).toList()));
    }
}
