package dev.mitchbot.games.messaging;

import static dev.mitchbot.contracts.catalogue.Option.Type.INTEGER;
import static dev.mitchbot.contracts.catalogue.Option.Type.STRING;

import dev.mitchbot.contracts.catalogue.Catalogue;
import dev.mitchbot.contracts.catalogue.CommandDefinition;
import dev.mitchbot.contracts.catalogue.Option;
import dev.mitchbot.games.guild.MemberCommand;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The games' commands as Discord is to know them. */
@Singleton
class GamesCatalogue {
    @Produces
    @Singleton
    Catalogue catalogue() {
        return new Catalogue(
                "games",
                List.of(
                        CommandDefinition.of("blackjack", "Play a hand against the dealer", stake()),
                        CommandDefinition.of(
                                "coinflip",
                                "Call a coin",
                                stake(),
                                Option.required(STRING, "choice", "Your call")
                                        .oneOf(
                                                new Option.Choice("Heads", "heads"),
                                                new Option.Choice("Tails", "tails"))),
                        CommandDefinition.of(
                                        "fairness",
                                        "See what your next games are drawn from, or check a past one",
                                        Option.optional(STRING, "game", "The number below a game, to check it")
                                                .between(1, 64),
                                        Option.optional(STRING, "client-seed", "Your own half of the chance")
                                                .between(1, 64))
                                .whispered()));
    }

    private static Option stake() {
        return Option.required(INTEGER, "amount", "Your stake").between(1, MemberCommand.STAKE_CEILING);
    }
}
