package dev.mitchbot.games.coinflip;

import dev.mitchbot.contracts.economy.WalletResult.StakeRefused;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.Embed;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.contracts.reply.Reply;
import dev.mitchbot.games.chance.Randomness;
import dev.mitchbot.games.guild.Decision;
import dev.mitchbot.games.guild.Game;
import dev.mitchbot.games.guild.GuildGames;
import dev.mitchbot.games.guild.Moment;
import dev.mitchbot.games.session.Session;
import dev.mitchbot.games.wording.Coins;
import dev.mitchbot.games.wording.Colors;
import dev.mitchbot.games.wording.Provenance;
import dev.mitchbot.games.wording.Refusal;
import java.util.Optional;

/** What the player of a flipped coin is told. */
public final class Coinflip implements Game {
    static final String NAME = "coinflip";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Decision held(Session session, GuildGames guild, Moment moment) {
        throw new IllegalStateException("a coin needs no held stake: " + session.id());
    }

    @Override
    public Optional<Reply> settled(Session session, GuildGames guild, long balance) {
        String currency = session.progress().currency();
        Embed embed = Embed.of(
                        Colors.of(session.stake(), session.progress().payout()),
                        "**%s.** You called %s and %s.\n<@%d> has %s now."
                                .formatted(
                                        capital(flip(session).shown()),
                                        flip(session).called().word(),
                                        verdict(session),
                                        session.playerId(),
                                        Coins.of(balance, currency)))
                .withFooter(Provenance.of(session, guild));
        return session.progress().interaction().map(to -> new Answer(to, false, MessageBody.of(embed)));
    }

    @Override
    public Optional<Reply> refused(Session session, StakeRefused refusal) {
        return session.progress().interaction().map(to -> Refusal.of(refusal, to));
    }

    @Override
    public Optional<Reply> returned(Session session) {
        return Optional.empty();
    }

    @Override
    public String outcome(Session session) {
        return flip(session).shown().word() + ", called "
                + flip(session).called().word();
    }

    @Override
    public boolean matches(Session session, Randomness chance) {
        return Side.flip(chance) == flip(session).shown();
    }

    private static String verdict(Session session) {
        String currency = session.progress().currency();
        if (!flip(session).isWon()) {
            return "lose **" + Coins.of(session.stake(), currency) + "**";
        }
        long won = session.progress().payout() - session.stake();
        return won == 0 ? "get your stake back" : "win **" + Coins.of(won, currency) + "**";
    }

    private static String capital(Side side) {
        return side.name().charAt(0) + side.word().substring(1);
    }

    private static Flip flip(Session session) {
        return (Flip) session.progress().state();
    }
}
