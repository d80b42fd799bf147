package dev.mitchbot.games.messaging;

import dev.mitchbot.games.blackjack.BlackjackTable;
import dev.mitchbot.games.blackjack.DealHand;
import dev.mitchbot.games.blackjack.EndHand;
import dev.mitchbot.games.blackjack.PressButton;
import dev.mitchbot.games.coinflip.Coinflip;
import dev.mitchbot.games.coinflip.FlipCoin;
import dev.mitchbot.games.fairness.ReplaceSeed;
import dev.mitchbot.games.fairness.ShowFairness;
import dev.mitchbot.games.guild.Games;
import dev.mitchbot.games.guild.GamesKeys;
import dev.mitchbot.games.guild.Tables;
import dev.mitchbot.games.guild.Times;
import dev.mitchbot.games.stakes.WhenHeld;
import dev.mitchbot.games.stakes.WhenRefused;
import dev.mitchbot.games.stakes.WhenReleased;
import dev.mitchbot.games.stakes.WhenSettled;
import dev.mitchbot.messaging.Handler;
import java.util.List;
import java.util.random.RandomGenerator;

/** Everything that the games know how to handle. */
final class GamesHandlers {
    private GamesHandlers() {}

    /** @param random for seeds; must not be predictable */
    static List<Handler<?, GamesKeys, Games>> all(RandomGenerator random, Times times) {
        BlackjackTable blackjack = new BlackjackTable(times);
        Tables tables = tables(blackjack);
        return List.of(
                new RuleHandler<>(new FlipCoin(random, times)),
                new RuleHandler<>(new DealHand(random, times)),
                new RuleHandler<>(new PressButton(blackjack)),
                new RuleHandler<>(new EndHand(blackjack)),
                new RuleHandler<>(new ShowFairness(random, tables)),
                new RuleHandler<>(new ReplaceSeed(random, times)),
                new RuleHandler<>(new WhenHeld(tables)),
                new RuleHandler<>(new WhenSettled(tables)),
                new RuleHandler<>(new WhenRefused(tables, times)),
                new RuleHandler<>(new WhenReleased(tables)));
    }

    static Tables tables(Times times) {
        return tables(new BlackjackTable(times));
    }

    private static Tables tables(BlackjackTable blackjack) {
        return new Tables(List.of(new Coinflip(), blackjack));
    }
}
