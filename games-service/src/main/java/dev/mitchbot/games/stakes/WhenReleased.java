package dev.mitchbot.games.stakes;

import dev.mitchbot.contracts.economy.WalletResult.StakeReleased;
import dev.mitchbot.games.guild.Decision;
import dev.mitchbot.games.guild.GuildGames;
import dev.mitchbot.games.guild.Moment;
import dev.mitchbot.games.guild.Tables;
import dev.mitchbot.games.session.Session;
import dev.mitchbot.games.session.Status;
import java.util.Optional;

/** The stake went back, because we asked for it or because its time in escrow was up: the game is off. */
public final class WhenReleased extends ResultRule<StakeReleased> {
    private final Tables tables;

    public WhenReleased(Tables tables) {
        super("economy.stake-released.v1", StakeReleased.class);
        this.tables = tables;
    }

    @Override
    public Decision decide(StakeReleased released, GuildGames guild, Moment moment) {
        Optional<Session> found = guild.sessions().find(released.gameId());
        if (found.isEmpty() || found.get().status().isOver()) {
            return Decision.NOTHING;
        }
        Session session = found.get();
        session.move(session.progress().now(Status.RETURNED).paying(0).undue());
        return Decision.replying(tables.of(session).returned(session));
    }
}
