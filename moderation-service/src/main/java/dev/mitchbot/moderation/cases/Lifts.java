package dev.mitchbot.moderation.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Bans of a guild that end. The latest action on a member decides, but only once Discord has done it. */
public final class Lifts {
    private final Map<Long, Lift> pending = new LinkedHashMap<>();
    private final Map<Long, Lift> changed = new LinkedHashMap<>();
    private final Set<Long> removed = new LinkedHashSet<>();

    public Lifts(Collection<Lift> loaded) {
        loaded.forEach(lift -> pending.put(lift.caseNumber(), lift));
    }

    public void plan(Lift lift) {
        keep(lift);
    }

    /** The ban is done, or may be: its time begins. */
    public void begin(long banCase, Instant end) {
        find(banCase).ifPresent(lift -> keep(lift.due(end)));
    }

    /** A later action is with Discord: until its outcome is known, nothing is lifted. */
    public void hold(long userId, long laterCase) {
        select(lift -> lift.userId() == userId && lift.caseNumber() < laterCase)
                .forEach(lift -> keep(lift.heldBy(Optional.of(laterCase))));
    }

    /** The action is done, or may be: whatever was planned before it is off, and returned. */
    public List<Lift> supersede(long userId, long doneCase) {
        List<Lift> superseded = select(lift -> lift.userId() == userId && lift.caseNumber() < doneCase);
        superseded.forEach(this::remove);
        return superseded;
    }

    /**
     * Discord has refused the action: it never was.
     *
     * @param underWay the user's latest action that Discord has not answered, which holds in its stead
     */
    public void release(long refusedCase, Optional<Long> underWay) {
        find(refusedCase).ifPresent(this::remove);
        select(lift -> lift.heldBy().filter(holder -> holder == refusedCase).isPresent())
                .forEach(lift -> keep(lift.heldBy(underWay.filter(number -> number >= lift.caseNumber()))));
    }

    /** The lift is under way, and tried again then unless Discord has done it before. */
    public void tried(Lift lift, long liftCase, Instant next) {
        keep(lift.tried(liftCase, next));
    }

    public void giveUp(Lift lift) {
        remove(lift);
    }

    public Optional<Lift> find(long caseNumber) {
        return Optional.ofNullable(pending.get(caseNumber));
    }

    public Collection<Lift> changed() {
        return changed.values();
    }

    /** The cases of bans whose end is off. */
    public Set<Long> removed() {
        return removed;
    }

    private List<Lift> select(Predicate<Lift> wanted) {
        return pending.values().stream().filter(wanted).toList();
    }

    private void keep(Lift lift) {
        pending.put(lift.caseNumber(), lift);
        changed.put(lift.caseNumber(), lift);
    }

    private void remove(Lift lift) {
        pending.remove(lift.caseNumber());
        changed.remove(lift.caseNumber());
        removed.add(lift.caseNumber());
    }
}
