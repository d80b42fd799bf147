package dev.mitchbot.contracts.command;

import java.util.Map;
import java.util.Optional;

/**
 * A slash command. Its message type is {@code <service>.<command>[.<subcommand>].v1}, for example
 * {@code economy.eco.add.v1}.
 *
 * @param options the options that were given, by name; numbers, booleans and ids as strings
 * @param users the users whom options name, by their id as a string
 */
public record SlashCommand(
        Interaction interaction, Caller caller, Map<String, String> options, Map<String, ResolvedUser> users)
        implements Command {
    public SlashCommand {
        options = Map.copyOf(options);
        users = Map.copyOf(users);
    }

    /** The value of an option, if it was given. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** The user whom an option names, if it was given. */
    public Optional<ResolvedUser> user(String option) {
        return option(option).map(users::get);
    }
}
