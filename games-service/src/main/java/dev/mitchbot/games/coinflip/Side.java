package dev.mitchbot.games.coinflip;

import dev.mitchbot.games.chance.Randomness;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A side of the coin. The order is part of the game: the first is drawn as 0. */
public enum Side {
    HEADS,
    TAILS;

    static Side flip(Randomness chance) {
        return values()[chance.below(values().length)];
    }

    static Optional<Side> of(String word) {
        return Arrays.stream(values()).filter(side -> side.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
