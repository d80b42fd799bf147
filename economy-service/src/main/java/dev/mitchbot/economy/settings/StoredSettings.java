package dev.mitchbot.economy.settings;

/**
 * A guild's settings as the database has them.
 *
 * @param version counts the changes; 0 for a guild that has the defaults
 */
public record StoredSettings(int version, EconomySettings values) {
    public static final StoredSettings DEFAULTS = new StoredSettings(0, EconomySettings.DEFAULTS);

    public StoredSettings changedTo(EconomySettings values) {
        return new StoredSettings(version + 1, values);
    }
}
