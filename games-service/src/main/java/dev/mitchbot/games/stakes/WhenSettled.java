package dev.mitchbot.games.stakes;

import dev.mitchbot.contracts.economy.WalletResult.Balance;
import dev.mitchbot.contracts.economy.WalletResult.StakeSettled;
import dev.mitchbot.contracts.games.GamesEvent.GamePlayed;
import dev.mitchbot.games.guild.Decision;
import dev.mitchbot.games.guild.GuildGames;
import dev.mitchbot.games.guild.Moment;
import dev.mitchbot.games.guild.Tables;
import dev.mitchbot.games.session.Session;
import dev.mitchbot.games.session.Status;
import java.util.Optional;

/** The ledger has paid: only now the player sees how the game ended. */
public final class WhenSettled extends ResultRule<StakeSettled> {
    private final Tables tables;

    public WhenSettled(Tables tables) {
        super("economy.stake-settled.v1", StakeSettled.class);
        this.tables = tables;
    }

    @Override
    public Decision decide(StakeSettled settled, GuildGames guild, Moment moment) {
        Optional<Session> found = guild.sessions().find(settled.gameId());
        if (found.isEmpty() || found.get().status() == Status.ENDED) {
            return Decision.NOTHING;
        }
        Session session = found.get();
        session.move(session.progress().now(Status.ENDED).in(settled.currency()).undue());
        return Decision.replying(tables.of(session).settled(session, guild, balance(settled, session.playerId())))
                .telling(new GamePlayed(
                        guild.guildId(),
                        session.id(),
                        session.opening().game(),
                        session.playerId(),
                        session.stake(),
                        session.progress().payout(),
                        moment.now()));
    }

    private static long balance(StakeSettled settled, long playerId) {
        return settled.balances().stream()
                .filter(balance -> balance.playerId() == playerId)
                .mapToLong(Balance::balance)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no balance of the player"));
    }
}
