package dev.mitchbot.games.blackjack;

/** How a hand ended, and what it pays. */
enum Ending {
    NATURAL(5),
    WON(4),
    PUSH(2),
    LOST(0);

    /** In halves of the stake. */
    private final int returned;

    Ending(int returned) {
        this.returned = returned;
    }

    /** What comes back; half a coin is dropped. */
    long payout(long stake) {
        return Math.multiplyExact(stake, returned) / 2;
    }

    /** The same as a multiple of the stake. */
    double factor() {
        return returned / 2.0;
    }
}
