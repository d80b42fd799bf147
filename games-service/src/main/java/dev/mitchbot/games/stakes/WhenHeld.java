package dev.mitchbot.games.stakes;

import dev.mitchbot.contracts.economy.WalletResult.StakeHeld;
import dev.mitchbot.games.guild.Decision;
import dev.mitchbot.games.guild.GuildGames;
import dev.mitchbot.games.guild.Moment;
import dev.mitchbot.games.guild.Tables;
import dev.mitchbot.games.session.Session;
import dev.mitchbot.games.session.Status;
import java.util.Optional;

/** The stake is in escrow: the game goes on, or the stake goes back where there is no game for it. */
public final class WhenHeld extends ResultRule<StakeHeld> {
    private final Tables tables;

    public WhenHeld(Tables tables) {
        super("economy.stake-held.v1", StakeHeld.class);
        this.tables = tables;
    }

    @Override
    public Decision decide(StakeHeld held, GuildGames guild, Moment moment) {
        Optional<Session> session = guild.sessions().find(held.gameId());
        if (session.isEmpty() || session.get().status().isOver()) {
            return giveBack(held);
        }
        if (session.get().status() != Status.HOLDING) {
            return Decision.NOTHING;
        }
        session.get().move(session.get().progress().in(held.currency()));
        return tables.of(session.get()).held(session.get(), guild, moment);
    }
}
