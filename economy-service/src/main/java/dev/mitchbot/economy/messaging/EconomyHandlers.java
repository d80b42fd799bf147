package dev.mitchbot.economy.messaging;

import dev.mitchbot.contracts.economy.WalletRequest.HoldStake;
import dev.mitchbot.contracts.economy.WalletRequest.PlayStake;
import dev.mitchbot.contracts.economy.WalletRequest.ReleaseStake;
import dev.mitchbot.contracts.economy.WalletRequest.SettleStake;
import dev.mitchbot.economy.balance.ShowBalance;
import dev.mitchbot.economy.daily.ClaimDaily;
import dev.mitchbot.economy.eco.AddCoins;
import dev.mitchbot.economy.eco.InspectBalance;
import dev.mitchbot.economy.eco.RemoveCoins;
import dev.mitchbot.economy.eco.SetBalance;
import dev.mitchbot.economy.give.Give;
import dev.mitchbot.economy.guild.Economy;
import dev.mitchbot.economy.guild.EconomyKeys;
import dev.mitchbot.economy.leaderboard.ShowLeaderboard;
import dev.mitchbot.economy.leaderboard.TurnPage;
import dev.mitchbot.economy.stakes.ExpireHolds;
import dev.mitchbot.economy.stakes.HoldExpiry;
import dev.mitchbot.economy.stakes.HoldStakes;
import dev.mitchbot.economy.stakes.PlayStakes;
import dev.mitchbot.economy.stakes.ReleaseStakes;
import dev.mitchbot.economy.stakes.SettleStakes;
import dev.mitchbot.economy.work.DoWork;
import dev.mitchbot.messaging.Handler;
import java.util.List;
import java.util.random.RandomGenerator;

/** Everything that the economy knows how to handle. */
final class EconomyHandlers {
    private EconomyHandlers() {}

    static List<Handler<?, EconomyKeys, Economy>> all(RandomGenerator random) {
        return List.of(
                new CommandHandler<>(new ShowBalance()),
                new CommandHandler<>(new ClaimDaily()),
                new CommandHandler<>(new DoWork(random)),
                new CommandHandler<>(new Give()),
                new CommandHandler<>(new AddCoins()),
                new CommandHandler<>(new RemoveCoins()),
                new CommandHandler<>(new SetBalance()),
                new CommandHandler<>(new InspectBalance()),
                new CommandHandler<>(new ShowLeaderboard()),
                new CommandHandler<>(new TurnPage()),
                new WalletHandler<>(new HoldStakes(), HoldStake::guildId),
                new WalletHandler<>(new SettleStakes(), SettleStake::guildId),
                new WalletHandler<>(new PlayStakes(), PlayStake::guildId),
                new WalletHandler<>(new ReleaseStakes(), ReleaseStake::guildId),
                new WalletHandler<>(new ExpireHolds(), HoldExpiry::guildId));
    }
}
