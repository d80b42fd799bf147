package dev.mitchbot.simulator.interactions;

import dev.mitchbot.simulator.rest.FieldErrors;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.regex.Pattern;

/** Discord's rules for command definitions. */
final class CommandCheck {
    private static final Pattern NAME = Pattern.compile("^[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}$");
    private static final int OPTIONS_MAX = 25;
    private static final int CHOICES_MAX = 25;
    private static final int SUBCOMMAND = 1;
    private static final int GROUP = 2;
    private static final int TYPE_MAX = 11;

    private final FieldErrors errors;

    CommandCheck(FieldErrors errors) {
        this.errors = errors;
    }

    void check(JsonObject command, Object... path) {
        int type = command.getInteger("type", Command.CHAT_INPUT);
        if (type == Command.CHAT_INPUT) {
            named(command, path);
            errors.length(command, "description", 1, 100, path);
            options(command, 0, path);
        } else {
            errors.length(command, "name", 1, 32, path);
        }
    }

    private void named(JsonObject holder, Object... path) {
        if (!(holder.getValue("name") instanceof String name)) {
            errors.required(join(path, "name"));
        } else if (!NAME.matcher(name).matches() || !name.equals(name.toLowerCase(Locale.ROOT))) {
            errors.add("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid", join(path, "name"));
        }
    }

    private void options(JsonObject holder, int depth, Object... path) {
        var options = holder.getValue("options") == null ? new JsonArray() : holder.getJsonArray("options");
        errors.size(options, OPTIONS_MAX, join(path, "options"));
        var names = new HashSet<String>();
        boolean optionalSeen = false;
        for (int index = 0; index < options.size(); index++) {
            var option = options.getJsonObject(index);
            var at = join(path, "options", index);
            option(option, depth, at);
            if (!names.add(option.getString("name", ""))) {
                errors.add(
                        "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE", "Option names must be unique", join(at, "name"));
            }
            boolean required = option.getBoolean("required", false);
            if (required && optionalSeen) {
                errors.add(
                        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                        "Required options must be placed before non-required options",
                        at);
            }
            optionalSeen |= !required && option.getInteger("type", 0) > GROUP;
        }
    }

    private void option(JsonObject option, int depth, Object... path) {
        named(option, path);
        errors.length(option, "description", 1, 100, path);
        int type = option.getInteger("type", 0);
        if (type < 1 || type > TYPE_MAX) {
            errors.add(
                    "BASE_TYPE_CHOICES",
                    "Value must be one of {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}.",
                    join(path, "type"));
            return;
        }
        if (type <= GROUP) {
            if (depth > (type == SUBCOMMAND ? 1 : 0)) {
                errors.add("APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command depth is invalid", path);
            }
            options(option, depth + 1, path);
            return;
        }
        choices(option, type, path);
    }

    private void choices(JsonObject option, int type, Object... path) {
        var choices = option.getValue("choices") == null ? new JsonArray() : option.getJsonArray("choices");
        errors.size(choices, CHOICES_MAX, join(path, "choices"));
        if (!choices.isEmpty() && option.getBoolean("autocomplete", false)) {
            errors.add("APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES", "Autocomplete cannot be used with choices", path);
        }
        for (int index = 0; index < choices.size(); index++) {
            var choice = choices.getJsonObject(index);
            var at = join(path, "choices", index);
            errors.length(choice, "name", 1, 100, at);
            if (type == 3) {
                errors.length(choice, "value", 1, 100, at);
            } else if (!(choice.getValue("value") instanceof Number)) {
                errors.add("NUMBER_TYPE_COERCE", "Value is not a number.", join(at, "value"));
            }
        }
    }

    private static Object[] join(Object[] path, Object... more) {
        var whole = Arrays.copyOf(path, path.length + more.length);
        System.arraycopy(more, 0, whole, path.length, more.length);
        return whole;
    }
}
