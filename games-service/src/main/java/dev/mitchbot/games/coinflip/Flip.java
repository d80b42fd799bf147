package dev.mitchbot.games.coinflip;

import dev.mitchbot.games.session.GameState;
import dev.mitchbot.games.session.Odds;

/** A coin that was flipped, against what the player had called. */
public record Flip(Side called, Side shown) implements GameState {
    private static final long HUNDREDTHS = 100;

    boolean isWon() {
        return called == shown;
    }

    /** What comes back: 1.96 times the stake, or twice the stake with classic odds; a fraction of a coin is dropped. */
    long payout(long stake, Odds odds) {
        return isWon() ? Math.multiplyExact(stake, factor(odds)) / HUNDREDTHS : 0;
    }

    private static long factor(Odds odds) {
        return switch (odds) {
            case CORRECTED -> 196;
            case CLASSIC -> 200;
        };
    }
}
