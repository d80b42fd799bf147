package dev.mitchbot.chaos.load;

import java.time.Instant;

/** One interaction: what a member did, and what came of it. */
public final class Deed {
    private final String id;
    private final Guild guild;
    private final Act act;
    private final String actor;
    private final String other;
    private final long amount;
    private final Instant at;
    private volatile Seen seen = Seen.NOTHING;

    /** @param other id of whom it concerns */
    Deed(String id, Guild guild, Decision decision, Act act, String other, Instant at) {
        this.id = id;
        this.guild = guild;
        this.act = act;
        this.actor = guild.members().get(decision.actor());
        this.other = other;
        this.amount = decision.amount();
        this.at = at;
    }

    public String id() {
        return id;
    }

    public String guildId() {
        return guild.id();
    }

    public Act act() {
        return act;
    }

    public String actor() {
        return actor;
    }

    public String other() {
        return other;
    }

    public long amount() {
        return amount;
    }

    public Instant at() {
        return at;
    }

    /** When the answer was there; the member sees it as long as it stands. */
    public Instant answeredAt() {
        return at.plusMillis(Math.max(0, seen.answeredAfterMs()));
    }

    public Seen seen() {
        return seen;
    }

    void saw(Seen now) {
        seen = now;
    }

    @Override
    public String toString() {
        return "%s %s in guild %s by %s%s: %s, %d answers, \"%s\" %s"
                .formatted(
                        id,
                        act,
                        guild.id(),
                        actor,
                        actor.equals(other) ? "" : " with " + other + " over " + amount,
                        seen.fate().label(),
                        seen.messages(),
                        seen.text(),
                        seen.fields());
    }
}
