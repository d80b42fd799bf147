package dev.mitchbot.moderation.guild;

import java.util.Collection;
import java.util.Map;

/** All rows of a batch in memory. */
public final class Moderation {
    private final Map<Long, GuildModeration> guilds;

    public Moderation(Map<Long, GuildModeration> guilds) {
        this.guilds = guilds;
    }

    public GuildModeration guild(long guildId) {
        GuildModeration guild = guilds.get(guildId);
        if (guild == null) {
            throw new IllegalStateException("Guild " + guildId + " was not loaded");
        }
        return guild;
    }

    public Collection<GuildModeration> guilds() {
        return guilds.values();
    }
}
