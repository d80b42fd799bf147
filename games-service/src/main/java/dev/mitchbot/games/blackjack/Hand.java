package dev.mitchbot.games.blackjack;

import dev.mitchbot.games.cards.Card;
import dev.mitchbot.games.cards.Rank;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The cards of one side, in the order in which they came. */
public record Hand(List<Card> cards) {
    public static final Hand EMPTY = new Hand(List.of());
    static final int BEST = 21;
    private static final int ACE_EXTRA = 10;

    public Hand {
        cards = List.copyOf(cards);
    }

    Hand with(Card card) {
        List<Card> more = new ArrayList<>(cards);
        more.add(card);
        return new Hand(more);
    }

    /** The points, with one ace as 11 where that is not too much. */
    int total() {
        return total(
                cards.stream().mapToInt(card -> card.rank().points()).sum(),
                cards.stream().anyMatch(card -> card.rank() == Rank.ACE));
    }

    /** @param points with every ace as 1 */
    static int total(int points, boolean hasAce) {
        return hasAce && points + ACE_EXTRA <= BEST ? points + ACE_EXTRA : points;
    }

    boolean isBust() {
        return total() > BEST;
    }

    /** 21 with the first two cards. */
    boolean isNatural() {
        return cards.size() == 2 && total() == BEST;
    }

    int size() {
        return cards.size();
    }

    @Override
    public String toString() {
        return cards.stream().map(Card::toString).collect(Collectors.joining("  "));
    }
}
