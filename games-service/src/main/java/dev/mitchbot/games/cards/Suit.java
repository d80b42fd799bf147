package dev.mitchbot.games.cards;

/** A card's suit. The order is part of the game: it is that of a new deck. */
public enum Suit {
    CLUBS('C', '♣'),
    DIAMONDS('D', '♦'),
    HEARTS('H', '♥'),
    SPADES('S', '♠');

    private final char letter;
    private final char symbol;

    Suit(char letter, char symbol) {
        this.letter = letter;
        this.symbol = symbol;
    }

    char letter() {
        return letter;
    }

    char symbol() {
        return symbol;
    }
}
