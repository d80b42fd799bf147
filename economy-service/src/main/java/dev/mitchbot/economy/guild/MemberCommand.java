package dev.mitchbot.economy.guild;

import dev.mitchbot.contracts.command.ResolvedUser;
import dev.mitchbot.contracts.command.SlashCommand;

/** A slash command of the economy. */
public abstract class MemberCommand implements EconomyCommand<SlashCommand> {
    private final String type;

    /** @param name the command's words with dots between them, for example {@code eco.add} */
    protected MemberCommand(String name) {
        this.type = "economy." + name + ".v1";
    }

    @Override
    public final String type() {
        return type;
    }

    @Override
    public final Class<SlashCommand> by() {
        return SlashCommand.class;
    }

    /** The member whom a required option names. */
    protected static ResolvedUser target(SlashCommand command, String option) {
        return command.user(option)
                .orElseThrow(() -> new IllegalArgumentException("no option " + option + " that names a user"));
    }

    /** The whole number that a required option holds. */
    protected static long number(SlashCommand command, String option) {
        return command.option(option)
                .map(Long::parseLong)
                .orElseThrow(() -> new IllegalArgumentException("no option " + option));
    }
}
