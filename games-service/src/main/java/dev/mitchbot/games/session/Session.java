package dev.mitchbot.games.session;

/** A game of one player, from the stake to the payout. */
public final class Session {
    private final Opening opening;
    private final int version;
    private Progress progress;
    private boolean changed;

    private Session(Opening opening, int version, Progress progress, boolean changed) {
        this.opening = opening;
        this.version = version;
        this.progress = progress;
        this.changed = changed;
    }

    public static Session begin(Opening opening, Progress progress) {
        return new Session(opening, 0, progress, true);
    }

    public static Session stored(Opening opening, int version, Progress progress) {
        return new Session(opening, version, progress, false);
    }

    public void move(Progress next) {
        progress = next;
        changed = true;
    }

    public String id() {
        return opening.gameId();
    }

    public Opening opening() {
        return opening;
    }

    public Progress progress() {
        return progress;
    }

    public Status status() {
        return progress.status();
    }

    public long playerId() {
        return opening.playerId();
    }

    public long stake() {
        return opening.stake();
    }

    /** 0 where there is no row yet. */
    public int version() {
        return version;
    }

    public boolean isChanged() {
        return changed;
    }
}
