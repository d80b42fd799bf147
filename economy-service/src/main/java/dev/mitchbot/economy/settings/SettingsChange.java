package dev.mitchbot.economy.settings;

/**
 * Somebody in charge wants other settings.
 *
 * @param seenVersion of the settings that they looked at; the change is refused if there is another one by now
 */
public record SettingsChange(long guildId, long actorId, long seenVersion, EconomySettings settings) {
    public static final String TYPE = "economy.change-settings.v1";
}
