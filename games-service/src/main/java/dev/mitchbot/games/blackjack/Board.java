package dev.mitchbot.games.blackjack;

import dev.mitchbot.contracts.reply.Button;
import dev.mitchbot.contracts.reply.Embed;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.games.cards.Card;
import dev.mitchbot.games.guild.GuildGames;
import dev.mitchbot.games.session.Session;
import dev.mitchbot.games.wording.Coins;
import dev.mitchbot.games.wording.Colors;
import dev.mitchbot.games.wording.Provenance;
import java.time.Instant;
import java.util.stream.Collectors;

/** A hand as the channel sees it. */
final class Board {
    private static final String FACE_DOWN = "🂠";

    private Board() {}

    /** While the player is to move. */
    static MessageBody open(Session session, GuildGames guild) {
        return open(session, guild, "");
    }

    /** For a player who has clicked on an earlier turn's board. */
    static MessageBody current(Session session, GuildGames guild) {
        return open(session, guild, "That move was already made; this is how the hand stands. ");
    }

    private static MessageBody open(Session session, GuildGames guild, String first) {
        Round round = round(session);
        String text = first
                + "<@%d> plays for **%s**. Stands by itself %s."
                        .formatted(
                                session.playerId(),
                                coins(session, session.stake()),
                                session.progress().dueAt().map(Board::relative).orElse("soon"));
        Embed embed = Embed.of(Colors.PENDING, text)
                .with(side("You", round.player()))
                .with(new Embed.Field("Dealer", hidden(round.dealer()), true))
                .withFooter(Provenance.of(session, guild));
        return MessageBody.of(embed)
                .withRow(
                        Button.of(Button.Style.PRIMARY, Press.id(session, Move.HIT), "Hit"),
                        Button.of(Button.Style.SECONDARY, Press.id(session, Move.STAND), "Stand"));
    }

    /** When the hand is paid. */
    static MessageBody paid(Session session, GuildGames guild, long balance) {
        return closed(
                session,
                guild,
                "%s <@%d> has %s now.".formatted(verdict(session), session.playerId(), coins(session, balance)));
    }

    /** When the hand was over long before somebody clicked. */
    static MessageBody over(Session session, GuildGames guild) {
        return switch (session.status()) {
            case RETURNED, REFUSED -> returned(session);
            default -> closed(session, guild, "This hand is over. " + verdict(session));
        };
    }

    static MessageBody returned(Session session) {
        return MessageBody.of(Embed.of(
                Colors.EVEN,
                "This hand was called off: I was not there to play it. <@%d> has the stake of **%s** back."
                        .formatted(session.playerId(), coins(session, session.stake()))));
    }

    static MessageBody gone() {
        return MessageBody.of(Embed.of(Colors.EVEN, "This hand is long gone. Nobody remembers how it went.")
                .withFooter("SESSION_GONE"));
    }

    private static MessageBody closed(Session session, GuildGames guild, String text) {
        Round round = round(session);
        Embed embed = Embed.of(Colors.of(session.stake(), session.progress().payout()), text)
                .with(side("You", round.player()))
                .with(side("Dealer", round.dealer()))
                .withFooter(Provenance.of(session, guild));
        return MessageBody.of(embed);
    }

    private static String verdict(Session session) {
        Round round = round(session);
        long payout = session.progress().payout();
        String stake = coins(session, session.stake());
        if (round.player().isBust()) {
            return "Bust with %d. **%s** gone.".formatted(round.player().total(), stake);
        }
        if (payout > session.stake()) {
            String how = round.player().isNatural() ? "Blackjack" : score(round);
            return "%s. You win **%s**.".formatted(how, coins(session, payout - session.stake()));
        }
        return payout == session.stake()
                ? "%s. Nobody wins, the stake comes back.".formatted(score(round))
                : "%s. **%s** gone.".formatted(score(round), stake);
    }

    private static String score(Round round) {
        String dealer = round.dealer().isBust()
                ? "the dealer busts with " + round.dealer().total()
                : "the dealer has " + round.dealer().total();
        return "You have %d, %s".formatted(round.player().total(), dealer);
    }

    private static Embed.Field side(String who, Hand hand) {
        return new Embed.Field(who + " · " + hand.total(), hand.toString(), true);
    }

    private static String hidden(Hand dealer) {
        return FACE_DOWN + "  "
                + dealer.cards().stream().skip(1).map(Card::toString).collect(Collectors.joining("  "));
    }

    private static String coins(Session session, long amount) {
        return Coins.of(amount, session.progress().currency());
    }

    private static String relative(Instant at) {
        return "<t:" + at.getEpochSecond() + ":R>";
    }

    private static Round round(Session session) {
        return (Round) session.progress().state();
    }
}
