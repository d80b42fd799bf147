package dev.mitchbot.games.blackjack;

import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.economy.WalletRequest.Payout;
import dev.mitchbot.contracts.economy.WalletRequest.ReleaseStake;
import dev.mitchbot.contracts.economy.WalletRequest.SettleStake;
import dev.mitchbot.contracts.economy.WalletResult.StakeRefused;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.contracts.reply.MessageUpdate;
import dev.mitchbot.contracts.reply.Reply;
import dev.mitchbot.games.cards.Card;
import dev.mitchbot.games.cards.Shoe;
import dev.mitchbot.games.chance.Randomness;
import dev.mitchbot.games.guild.Decision;
import dev.mitchbot.games.guild.Game;
import dev.mitchbot.games.guild.GuildGames;
import dev.mitchbot.games.guild.Moment;
import dev.mitchbot.games.guild.Times;
import dev.mitchbot.games.session.Progress;
import dev.mitchbot.games.session.Session;
import dev.mitchbot.games.session.Status;
import dev.mitchbot.games.wording.Refusal;
import java.util.List;
import java.util.Optional;

/** Where hands are dealt and paid. */
public final class BlackjackTable implements Game {
    static final String NAME = "blackjack";

    private final Times times;

    public BlackjackTable(Times times) {
        this.times = times;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Deals, unless the player could not see the hand through any more. */
    @Override
    public Decision held(Session session, GuildGames guild, Moment moment) {
        Optional<Interaction> player = session.progress().interaction();
        if (player.filter(command -> moment.now().isBefore(times.lastDeal(command)))
                .isEmpty()) {
            return giveBack(session, guild, moment);
        }
        Blackjack.Turn dealt = Blackjack.deal(shoe(session, guild));
        if (dealt.ending().isPresent()) {
            return end(session, guild, dealt);
        }
        session.move(session.progress()
                .with(dealt.round())
                .now(Status.PLAYING)
                .turned()
                .due(moment.now().plus(times.hand())));
        return Decision.replying(new Answer(player.get(), false, Board.open(session, guild)));
    }

    /** Makes the player's move. */
    Decision play(Session session, Move move, GuildGames guild) {
        Blackjack.Turn turn = Blackjack.play(round(session), move, shoe(session, guild));
        if (turn.ending().isPresent()) {
            return end(session, guild, turn);
        }
        session.move(session.progress().with(turn.round()).turned());
        return Decision.replying(
                session.progress().interaction().map(click -> new MessageUpdate(click, Board.open(session, guild))));
    }

    /** Calls the hand off; the ledger is asked again until it has answered. */
    Decision giveBack(Session session, GuildGames guild, Moment moment) {
        session.move(session.progress().now(Status.RELEASING).due(moment.now().plus(times.again())));
        return Decision.asking(new ReleaseStake(guild.guildId(), session.id()));
    }

    @Override
    public Optional<Reply> settled(Session session, GuildGames guild, long balance) {
        return show(session, Board.paid(session, guild, balance));
    }

    @Override
    public Optional<Reply> refused(Session session, StakeRefused refusal) {
        return session.progress().interaction().map(to -> Refusal.of(refusal, to));
    }

    @Override
    public Optional<Reply> returned(Session session) {
        return show(session, Board.returned(session));
    }

    @Override
    public String outcome(Session session) {
        Round round = round(session);
        return "player " + codes(round.player()) + ", dealer " + codes(round.dealer());
    }

    /** Whether these cards come from this shoe, in the order in which they were dealt. */
    @Override
    public boolean matches(Session session, Randomness chance) {
        Round round = round(session);
        Shoe shoe = Shoe.shuffled(chance);
        Round redealt =
                round.dealt() == 0 ? Round.UNDEALT : Blackjack.deal(shoe).round();
        while (redealt.player().size() < round.player().size()) {
            redealt = new Round(redealt.player().with(shoe.card(redealt.dealt())), redealt.dealer());
        }
        while (redealt.dealer().size() < round.dealer().size()) {
            redealt = new Round(redealt.player(), redealt.dealer().with(shoe.card(redealt.dealt())));
        }
        return redealt.equals(round);
    }

    private static Decision end(Session session, GuildGames guild, Blackjack.Turn last) {
        long payout = last.ending().orElseThrow().payout(session.stake());
        Progress ended = session.progress()
                .with(last.round())
                .now(Status.SETTLING)
                .paying(payout)
                .undue();
        session.move(ended);
        List<Payout> payouts = payout == 0 ? List.of() : List.of(new Payout(session.playerId(), payout));
        return Decision.asking(new SettleStake(guild.guildId(), session.id(), payouts));
    }

    /** A hand that was on the table already is changed where it lies. */
    private static Optional<Reply> show(Session session, MessageBody board) {
        boolean onTheTable = session.progress().turn() > 0;
        return session.progress()
                .interaction()
                .map(to -> onTheTable ? new MessageUpdate(to, board) : new Answer(to, false, board));
    }

    private static Shoe shoe(Session session, GuildGames guild) {
        return Shoe.shuffled(
                guild.player(session.playerId()).draws(session.opening().ticket()));
    }

    private static String codes(Hand hand) {
        return String.join(" ", hand.cards().stream().map(Card::code).toList());
    }

    private static Round round(Session session) {
        return (Round) session.progress().state();
    }
}
