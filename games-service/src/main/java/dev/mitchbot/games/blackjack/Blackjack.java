package dev.mitchbot.games.blackjack;

import dev.mitchbot.games.cards.Shoe;
import java.util.Optional;

/**
 * The rules of a hand, as a function of the cards, the player's move and the shoe: one deck, the dealer stands on every 17,
 * a natural pays 3 to 2 at once, nothing but hit and stand.
 */
final class Blackjack {
    /** Of each coin at stake, with the best play; less where half a coin is dropped. */
    static final double RETURN_TO_PLAYER = 0.98447858817;

    private static final int DEALER_STANDS = 17;

    private Blackjack() {}

    /** What a move leads to; the round is over where there is an ending. */
    record Turn(Round round, Optional<Ending> ending) {}

    /** Two cards each, in turns, the player first. */
    static Turn deal(Shoe shoe) {
        Round round = new Round(
                Hand.EMPTY.with(shoe.card(0)).with(shoe.card(2)),
                Hand.EMPTY.with(shoe.card(1)).with(shoe.card(3)));
        return new Turn(
                round, afterDeal(round.player().isNatural(), round.dealer().isNatural()));
    }

    /** @param shoe the one that the round was dealt from */
    static Turn play(Round round, Move move, Shoe shoe) {
        return switch (move) {
            case HIT -> hit(round, shoe);
            case STAND -> stand(round, shoe);
        };
    }

    /** Only a player's natural ends a hand before the first move. */
    static Optional<Ending> afterDeal(boolean playerNatural, boolean dealerNatural) {
        if (!playerNatural) {
            return Optional.empty();
        }
        return Optional.of(dealerNatural ? Ending.PUSH : Ending.NATURAL);
    }

    static boolean dealerDraws(int total) {
        return total < DEALER_STANDS;
    }

    /** How a player who is not bust does against a dealer who is done. */
    static Ending compare(int player, int dealer) {
        if (dealer > Hand.BEST || player > dealer) {
            return Ending.WON;
        }
        return player == dealer ? Ending.PUSH : Ending.LOST;
    }

    private static Turn hit(Round round, Shoe shoe) {
        Round next = new Round(round.player().with(shoe.card(round.dealt())), round.dealer());
        return new Turn(next, next.player().isBust() ? Optional.of(Ending.LOST) : Optional.empty());
    }

    private static Turn stand(Round round, Shoe shoe) {
        Round last = round;
        while (dealerDraws(last.dealer().total())) {
            last = new Round(last.player(), last.dealer().with(shoe.card(last.dealt())));
        }
        return new Turn(
                last, Optional.of(compare(last.player().total(), last.dealer().total())));
    }
}
