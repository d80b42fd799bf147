package dev.mitchbot.chaos.load;

/** What a member was told in the end. */
public enum Fate {
    /** The service did what was asked, or showed it. */
    DECIDED("decided"),
    /** The service said no. */
    REFUSED("refused by the rules"),
    /** The gateway said that nothing happened. */
    TOLD_THAT_NOTHING_HAPPENED("told that nothing happened"),
    /** The gateway said that it does not know yet, and that stayed. */
    NOT_CONFIRMED("left unconfirmed"),
    /** A service said that it broke on it, and that nothing was changed. */
    BROKEN("told that something broke"),
    /** Discord said that the application did not respond. */
    NO_RESPONSE("no response within Discord's 3 s"),
    /** Nothing, or a bot that is thinking for ever. */
    UNANSWERED("never answered");

    private final String label;

    Fate(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
