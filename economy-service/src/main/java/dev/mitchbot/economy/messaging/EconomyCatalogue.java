package dev.mitchbot.economy.messaging;

import static dev.mitchbot.contracts.catalogue.Option.Type.INTEGER;
import static dev.mitchbot.contracts.catalogue.Option.Type.STRING;
import static dev.mitchbot.contracts.catalogue.Option.Type.USER;

import dev.mitchbot.contracts.catalogue.Catalogue;
import dev.mitchbot.contracts.catalogue.CommandDefinition;
import dev.mitchbot.contracts.catalogue.CommandDefinition.Subcommand;
import dev.mitchbot.contracts.catalogue.Option;
import dev.mitchbot.contracts.command.Permission;
import dev.mitchbot.economy.eco.Adjustment;
import dev.mitchbot.economy.ledger.Accounts;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The economy's commands as Discord is to know them. */
@Singleton
class EconomyCatalogue {
    @Produces
    @Singleton
    Catalogue catalogue() {
        return new Catalogue(
                "economy",
                List.of(
                        CommandDefinition.of(
                                "balance",
                                "See what you have, or what somebody else has",
                                Option.optional(USER, "user", "Whose wallet to look into")),
                        CommandDefinition.of("daily", "Collect coins for turning up"),
                        CommandDefinition.of("work", "Collect coins for something like work"),
                        CommandDefinition.of(
                                "give",
                                "Hand some of your coins to somebody else",
                                Option.required(USER, "user", "Who gets them"),
                                amount("How many", 1, Accounts.CEILING)),
                        CommandDefinition.of(
                                "leaderboard",
                                "See who has the most",
                                Option.optional(STRING, "type", "Of what")
                                        .oneOf(new Option.Choice("Economy", "economy"))),
                        eco()));
    }

    private static CommandDefinition eco() {
        return CommandDefinition.grouped(
                "eco",
                "Change what members have",
                Permission.all(Permission.ADMINISTRATOR, Permission.MANAGE_GUILD),
                adjustment("add", "Put coins into a wallet", amount("How many", 1, Adjustment.AMOUNT_MAX)),
                adjustment("remove", "Take coins out of a wallet", amount("How many", 1, Adjustment.AMOUNT_MAX)),
                adjustment("set", "Make a wallet hold exactly so much", amount("How much", 0, Adjustment.AMOUNT_MAX)),
                Subcommand.of(
                        "balance",
                        "See what somebody has, without the others seeing it",
                        true,
                        Option.required(USER, "user", "Whose wallet to look into")));
    }

    private static Subcommand adjustment(String name, String description, Option amount) {
        return Subcommand.of(
                name,
                description,
                false,
                Option.required(USER, "user", "Whose wallet"),
                amount,
                Option.optional(STRING, "reason", "Why, for the ledger").between(1, Adjustment.REASON_MAX));
    }

    private static Option amount(String description, long smallest, long largest) {
        return Option.required(INTEGER, "amount", description).between(smallest, largest);
    }
}
