package dev.mitchbot.contracts.catalogue;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;

/**
 * A slash command as Discord is to know it. It has options or subcommands, never both.
 *
 * @param name 1 to 32 lower-case letters, digits, {@code _} and {@code -}
 * @param description 1 to 100 characters
 * @param defaultPermissions all the permission bits that a member needs, 0 for everyone
 * @param ephemeral whether the "thinking" notice, where one is needed, is for the caller alone; a subcommand says its own
 */
public record CommandDefinition(
        String name,
        String description,
        @JsonFormat(shape = JsonFormat.Shape.STRING) long defaultPermissions,
        boolean ephemeral,
        List<Option> options,
        List<Subcommand> subcommands) {
    public CommandDefinition {
        options = List.copyOf(options);
        subcommands = List.copyOf(subcommands);
    }

    /** A command for everyone, without subcommands. */
    public static CommandDefinition of(String name, String description, Option... options) {
        return new CommandDefinition(name, description, 0, false, List.of(options), List.of());
    }

    /**
     * A command of subcommands alone.
     *
     * @param defaultPermissions all the permission bits that a member needs, 0 for everyone
     */
    public static CommandDefinition grouped(
            String name, String description, long defaultPermissions, Subcommand... subcommands) {
        return new CommandDefinition(name, description, defaultPermissions, false, List.of(), List.of(subcommands));
    }

    /** The same command, with its "thinking" notice for the caller alone. */
    public CommandDefinition whispered() {
        return new CommandDefinition(name, description, defaultPermissions, true, options, subcommands);
    }

    /** A second word of a command, for example {@code add} of {@code /eco add}. */
    public record Subcommand(String name, String description, boolean ephemeral, List<Option> options) {
        public Subcommand {
            options = List.copyOf(options);
        }

        /**
         * A subcommand.
         *
         * @param ephemeral whether its "thinking" notice is for the caller alone
         */
        public static Subcommand of(String name, String description, boolean ephemeral, Option... options) {
            return new Subcommand(name, description, ephemeral, List.of(options));
        }
    }
}
