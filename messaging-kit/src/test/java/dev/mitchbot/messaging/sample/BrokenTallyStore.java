package dev.mitchbot.messaging.sample;

import dev.mitchbot.messaging.Store;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Throws wherever it meets one guild, as a store does that has a defect. */
final class BrokenTallyStore implements Store<Set<Long>, Map<Long, Tally>> {
    static final String SYMPTOM = "no tally that this version knows";

    private final TallyStore sound = new TallyStore();
    private final long broken;
    private final Failing when;

    BrokenTallyStore(long broken, Failing when) {
        this.broken = broken;
        this.when = when;
    }

    /** Where the defect shows. */
    enum Failing {
        BEFORE_LOADING,
        WITH_THE_ROWS,
        SAVING
    }

    @Override
    public Set<Long> keys() {
        return sound.keys();
    }

    @Override
    public Uni<Map<Long, Tally>> load(Mutiny.Session session, Set<Long> guilds) {
        failAt(Failing.BEFORE_LOADING, guilds);
        return sound.load(session, guilds).invoke(tallies -> failAt(Failing.WITH_THE_ROWS, tallies.keySet()));
    }

    @Override
    public Uni<Void> save(Mutiny.Session session, Map<Long, Tally> tallies) {
        failAt(Failing.SAVING, tallies.keySet());
        return sound.save(session, tallies);
    }

    private void failAt(Failing moment, Set<Long> guilds) {
        if (moment == when && guilds.contains(broken)) {
            throw new IllegalArgumentException(SYMPTOM);
        }
    }
}
