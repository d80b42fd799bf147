package dev.mitchbot.economy.settings;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The settings of the guilds that a batch concerns, in memory. */
public final class ChangedSettings {
    private final Map<Long, StoredSettings> settings;
    private final Set<Long> changed = new HashSet<>();

    public ChangedSettings(Map<Long, StoredSettings> stored) {
        settings = new HashMap<>(stored);
    }

    public StoredSettings of(long guildId) {
        return settings.getOrDefault(guildId, StoredSettings.DEFAULTS);
    }

    public void change(long guildId, StoredSettings values) {
        settings.put(guildId, values);
        changed.add(guildId);
    }

    public Set<Long> changed() {
        return Set.copyOf(changed);
    }
}
