package dev.mitchbot.games.session;

/** How far a game is. The names stand in the database for ever. */
public enum Status {
    /** Decided at once; the ledger is asked to take the stake and pay. */
    ASKING,
    /** The ledger is asked to take the stake. */
    HOLDING,
    /** The stake is held, the player is to move. */
    PLAYING,
    /** Decided; the ledger is asked to pay from the held stake. */
    SETTLING,
    /** Called off; the ledger is asked to give the stake back. */
    RELEASING,
    /** Paid. */
    ENDED,
    /** The ledger did not take the stake. */
    REFUSED,
    /** The stake went back. */
    RETURNED;

    /** Whether the player cannot start another one of the kind. */
    public boolean isOpen() {
        return this == HOLDING || this == PLAYING;
    }

    /** Whether nothing more will happen. */
    public boolean isOver() {
        return this == ENDED || this == REFUSED || this == RETURNED;
    }
}
