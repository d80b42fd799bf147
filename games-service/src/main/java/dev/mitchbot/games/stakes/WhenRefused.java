package dev.mitchbot.games.stakes;

import dev.mitchbot.contracts.economy.WalletResult.Refusal;
import dev.mitchbot.contracts.economy.WalletResult.StakeRefused;
import dev.mitchbot.games.guild.Decision;
import dev.mitchbot.games.guild.GuildGames;
import dev.mitchbot.games.guild.Moment;
import dev.mitchbot.games.guild.Tables;
import dev.mitchbot.games.guild.Times;
import dev.mitchbot.games.session.Session;
import dev.mitchbot.games.session.Status;
import java.util.Optional;

/** The ledger has moved nothing: a game that was to begin does not, and one that was to be paid gets its stake back. */
public final class WhenRefused extends ResultRule<StakeRefused> {
    private final Tables tables;
    private final Times times;

    public WhenRefused(Tables tables, Times times) {
        super("economy.stake-refused.v1", StakeRefused.class);
        this.tables = tables;
        this.times = times;
    }

    @Override
    public Decision decide(StakeRefused refused, GuildGames guild, Moment moment) {
        Optional<Session> session = guild.sessions().find(refused.gameId());
        return session.isEmpty() ? Decision.NOTHING : decide(refused, session.get(), moment);
    }

    private Decision decide(StakeRefused refused, Session session, Moment moment) {
        return switch (session.status()) {
            case ASKING, HOLDING -> {
                session.move(session.progress().now(Status.REFUSED).undue());
                yield Decision.replying(tables.of(session).refused(session, refused));
            }
            case SETTLING, RELEASING ->
                refused.refusal() == Refusal.NOT_HELD ? gone(session) : release(refused, session, moment);
            case PLAYING, ENDED, REFUSED, RETURNED -> Decision.NOTHING;
        };
    }

    /** The ledger gave the stake back before it was asked to. */
    private Decision gone(Session session) {
        session.move(session.progress().now(Status.RETURNED).paying(0).undue());
        return Decision.replying(tables.of(session).returned(session));
    }

    private Decision release(StakeRefused refused, Session session, Moment moment) {
        session.move(session.progress().now(Status.RELEASING).due(moment.now().plus(times.again())));
        return giveBack(refused);
    }
}
