package dev.mitchbot.chaos.load;

/** What a member can do, and how often it is done. */
public enum Act {
    GIVE(40),
    GIVE_TO_ONESELF(3),
    GIVE_TOO_MUCH(4),
    BALANCE(16),
    DAILY(8),
    WORK(10),
    LEADERBOARD(6),
    TURN_PAGE(5),
    ECO_ADD(3),
    ECO_REMOVE(3),
    ECO_SET(2),
    COINFLIP(8),
    BLACKJACK(6),
    /** Done to a hand that is on the table, whenever its player sees buttons; never by itself. */
    MOVE(0),
    TEMPBAN(1);

    private final int share;

    Act(int share) {
        this.share = share;
    }

    int share() {
        return share;
    }

    /** Whether it begins a game, or goes on with one: coins then move by what the games ask of the ledger. */
    public boolean isPlay() {
        return this == COINFLIP || this == BLACKJACK || this == MOVE;
    }

    /** Whether it is a press of a button, with an answer that changes the message it is on. */
    public boolean isClick() {
        return this == TURN_PAGE || this == MOVE;
    }

    /** Whether it is done by the guild's owner. */
    boolean byOwner() {
        return this == ECO_ADD || this == ECO_REMOVE || this == ECO_SET || this == TEMPBAN;
    }
}
