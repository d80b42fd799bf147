package dev.mitchbot.chaos.plan;

/** What can be done to a running Mitchbot. */
public enum FaultKind {
    KILL("kill -9", 5),
    FREEZE("freeze (SIGSTOP)", 3),
    DISCONNECT("all gateway connections closed", 1),
    DUPLICATE("every interaction dispatched twice", 1),
    REORDER("commands repeated in another order on other partitions", 1),
    POISON("a batch of poison on every topic that is read", 1),
    SLOW_DATABASE("slow database", 1),
    HELD_LOCKS("a guild's books locked by somebody else", 1),
    GUEST("a second economy joins and leaves", 1),
    CLOCK("a process's clock an hour ahead", 1);

    private final String label;
    private final int share;

    FaultKind(String label, int share) {
        this.label = label;
        this.share = share;
    }

    public String label() {
        return label;
    }

    /** How often it comes, compared with the others. */
    int share() {
        return share;
    }
}
