package dev.mitchbot.games.cards;

/** A card's rank. The order is part of the game: it is that of a new deck. */
public enum Rank {
    TWO("2", 2),
    THREE("3", 3),
    FOUR("4", 4),
    FIVE("5", 5),
    SIX("6", 6),
    SEVEN("7", 7),
    EIGHT("8", 8),
    NINE("9", 9),
    TEN("10", 10),
    JACK("J", 10),
    QUEEN("Q", 10),
    KING("K", 10),
    ACE("A", 1);

    private final String label;
    private final int points;

    Rank(String label, int points) {
        this.label = label;
        this.points = points;
    }

    String label() {
        return label;
    }

    /** An ace counts 1 here; whether it counts 11 depends on the hand. */
    public int points() {
        return points;
    }
}
