package dev.mitchbot.moderation.messaging;

import static dev.mitchbot.contracts.catalogue.Option.Type.INTEGER;
import static dev.mitchbot.contracts.catalogue.Option.Type.STRING;
import static dev.mitchbot.contracts.catalogue.Option.Type.USER;

import dev.mitchbot.contracts.catalogue.Catalogue;
import dev.mitchbot.contracts.catalogue.CommandDefinition;
import dev.mitchbot.contracts.catalogue.CommandDefinition.Subcommand;
import dev.mitchbot.contracts.catalogue.Option;
import dev.mitchbot.contracts.command.Permission;
import dev.mitchbot.moderation.bans.TempBan;
import dev.mitchbot.moderation.guild.ModeratorCommand;
import dev.mitchbot.moderation.timeout.TimeOut;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Moderation's commands as Discord is to know them. */
@Singleton
class ModerationCatalogue {
    private static final Option TARGET = Option.required(USER, "target", "Whom it concerns");
    private static final Option REASON =
            Option.optional(STRING, "reason", "Why, for the case log").between(1, ModeratorCommand.REASON_MAX);
    private static final Option DELETE_DAYS = Option.optional(
                    INTEGER, "delete_days", "How many days of their messages go too")
            .between(0, 7);

    @Produces
    @Singleton
    Catalogue catalogue() {
        return new Catalogue(
                "moderation",
                List.of(
                        command(
                                "warn",
                                "Write down a warning and tell the member",
                                Permission.MODERATE_MEMBERS,
                                TARGET,
                                Option.required(STRING, "reason", "What for").between(1, ModeratorCommand.REASON_MAX)),
                        command(
                                "warnings",
                                "See what a user was warned about",
                                Permission.MODERATE_MEMBERS,
                                Option.required(USER, "target", "Whose warnings")),
                        CommandDefinition.grouped(
                                "case",
                                "Look into the case log",
                                Permission.all(Permission.MODERATE_MEMBERS),
                                Subcommand.of(
                                        "view",
                                        "See one case",
                                        true,
                                        Option.required(INTEGER, "caseid", "Its number")
                                                .between(1, Integer.MAX_VALUE))),
                        command(
                                "timeout",
                                "Silence a member for a while",
                                Permission.MODERATE_MEMBERS,
                                TARGET,
                                minutes(TimeOut.MINUTES_MAX),
                                REASON),
                        command("ban", "Ban a user for good", Permission.BAN_MEMBERS, TARGET, REASON, DELETE_DAYS),
                        command(
                                "tempban",
                                "Ban a user for a while",
                                Permission.BAN_MEMBERS,
                                TARGET,
                                minutes(TempBan.MINUTES_MAX),
                                REASON,
                                DELETE_DAYS),
                        command(
                                "unban",
                                "Let a user come back",
                                Permission.BAN_MEMBERS,
                                Option.required(STRING, "user_id", "Their id, 17 to 20 digits")
                                        .between(17, 20),
                                REASON)));
    }

    private static Option minutes(long most) {
        return Option.required(INTEGER, "duration", "How many minutes").between(1, most);
    }

    private static CommandDefinition command(
            String name, String description, Permission permission, Option... options) {
        return new CommandDefinition(name, description, Permission.all(permission), true, List.of(options), List.of());
    }
}
