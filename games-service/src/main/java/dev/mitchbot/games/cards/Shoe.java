package dev.mitchbot.games.cards;

import dev.mitchbot.games.chance.Randomness;
import java.util.Collections;
import java.util.List;

/** A deck, shuffled whole before its first card is dealt: what a player does later changes none of its cards. */
public final class Shoe {
    private final List<Card> cards;

    private Shoe(List<Card> cards) {
        this.cards = List.copyOf(cards);
    }

    /** Fisher and Yates: from the last card to the second, each changes places with one up to itself. */
    public static Shoe shuffled(Randomness chance) {
        List<Card> cards = Card.deck();
        for (int last = cards.size() - 1; last > 0; last--) {
            Collections.swap(cards, last, chance.below(last + 1));
        }
        return new Shoe(cards);
    }

    /** Cards in this order, for tests and examples. */
    public static Shoe of(List<Card> cards) {
        return new Shoe(cards);
    }

    /** @param index counts the cards dealt before, from 0 */
    public Card card(int index) {
        return cards.get(index);
    }
}
