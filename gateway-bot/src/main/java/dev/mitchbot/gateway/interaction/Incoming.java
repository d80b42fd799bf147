package dev.mitchbot.gateway.interaction;

import dev.mitchbot.contracts.command.Caller;
import dev.mitchbot.contracts.command.Command;
import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.discord.MemberSnapshot;
import java.util.List;
import java.util.stream.Stream;

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

    /** Whom it shows by name: the caller, and those whom options name. */
    Stream<MemberSnapshot> members() {
        Caller caller = command.caller();
        Stream<MemberSnapshot> named = command instanceof SlashCommand slash
                ? slash.users().values().stream().map(user -> member(user.id(), user.name(), user.bot()))
                : Stream.empty();
        return Stream.concat(Stream.of(member(caller.id(), caller.name(), false)), named);
    }

    private MemberSnapshot member(long userId, String name, boolean bot) {
        return new MemberSnapshot(
                interaction().guildId(), userId, name, bot, interaction().createdAt());
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
