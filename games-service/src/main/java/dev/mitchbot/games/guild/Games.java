package dev.mitchbot.games.guild;

import java.util.Collection;
import java.util.Map;

/** All rows of a batch in memory. */
public final class Games {
    private final Map<Long, GuildGames> guilds;

    public Games(Map<Long, GuildGames> guilds) {
        this.guilds = guilds;
    }

    public GuildGames guild(long guildId) {
        GuildGames guild = guilds.get(guildId);
        if (guild == null) {
            throw new IllegalStateException("Guild " + guildId + " was not loaded");
        }
        return guild;
    }

    public Collection<GuildGames> guilds() {
        return guilds.values();
    }
}
