package dev.mitchbot.economy.guild;

import java.util.Collection;
import java.util.Map;

/** All rows of a batch in memory. */
public final class Economy {
    private final Map<Long, GuildEconomy> guilds;

    public Economy(Map<Long, GuildEconomy> guilds) {
        this.guilds = guilds;
    }

    public GuildEconomy guild(long guildId) {
        GuildEconomy guild = guilds.get(guildId);
        if (guild == null) {
            throw new IllegalStateException("Guild " + guildId + " was not loaded");
        }
        return guild;
    }

    public Collection<GuildEconomy> guilds() {
        return guilds.values();
    }
}
