package dev.mitchbot.games.blackjack;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a player can do. */
enum Move {
    HIT,
    STAND;

    static Optional<Move> of(String word) {
        return Arrays.stream(values()).filter(move -> move.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
