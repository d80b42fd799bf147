package dev.mitchbot.games.cards;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A playing card. */
public record Card(Rank rank, Suit suit) {
    /** A new deck: all ranks of the first suit, then of the next. */
    public static List<Card> deck() {
        List<Card> deck = new ArrayList<>();
        for (Suit suit : Suit.values()) {
            Arrays.stream(Rank.values()).forEach(rank -> deck.add(new Card(rank, suit)));
        }
        return deck;
    }

    /** @param code as {@link #code} writes it */
    public static Card of(String code) {
        return deck().stream()
                .filter(card -> card.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no card " + code));
    }

    /** The rank's label and the suit's letter: {@code 10H}, {@code AS}. */
    public String code() {
        return rank.label() + suit.letter();
    }

    /** As members see it: {@code 10♥}. */
    @Override
    public String toString() {
        return rank.label() + suit.symbol();
    }
}
