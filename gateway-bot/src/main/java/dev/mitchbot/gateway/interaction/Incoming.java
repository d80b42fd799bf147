package dev.mitchbot.gateway.interaction;

import dev.mitchbot.contracts.command.Command;
import dev.mitchbot.contracts.command.Interaction;
import java.util.List;

/**
 * An interaction as it came from Discord.
 *
 * @param path the words that route it: a command with its subcommands, or a button's service and feature
 */
public record Incoming(Kind kind, List<String> path, Command command) {
    public Incoming {
        path = List.copyOf(path);
    }

    public Interaction interaction() {
        return command.interaction();
    }

    /** Whether it came from a guild; elsewhere there is no economy to speak of. */
    boolean isFromGuild() {
        return interaction().guildId() != 0;
    }

    /** The type of the message that it becomes. */
    String typeFor(String service) {
        return switch (kind) {
            case COMMAND -> service + "." + String.join(".", path) + ".v1";
            case AUTOCOMPLETE -> service + "." + path.getFirst() + ".autocomplete.v1";
            case CLICK -> service + "." + path.getLast() + ".click.v1";
        };
    }

    /** What it is called in logs and traces. */
    String label() {
        return kind == Kind.CLICK ? String.join(":", path) : "/" + String.join(" ", path);
    }
}
