package dev.mitchbot.economy.store;

import dev.mitchbot.economy.settings.ChangedSettings;
import dev.mitchbot.messaging.Store;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.reactive.mutiny.Mutiny;

/** Brings the settings that are to be changed into memory and back. */
public final class SettingsStore implements Store<Set<Long>, ChangedSettings> {
    @Override
    public Set<Long> keys() {
        return new HashSet<>();
    }

    @Override
    public Uni<ChangedSettings> load(Mutiny.Session session, Set<Long> guilds) {
        return SettingsTable.stored(session, guilds).map(ChangedSettings::new);
    }

    @Override
    public Uni<Void> save(Mutiny.Session session, ChangedSettings settings) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (long guildId : new TreeSet<>(settings.changed())) {
            all = all.chain(() -> SettingsTable.save(session, guildId, settings.of(guildId)));
        }
        return all;
    }
}
