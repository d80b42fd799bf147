package dev.mitchbot.messaging.guilds;

import java.util.Optional;
import java.util.Set;

/**
 * A guild that the bot is in, as the gateway last described it.
 *
 * @param icon Discord's hash of the icon
 * @param managers ids of the members who may manage the guild: its owner, administrators, and those with Manage Server
 */
public record Guild(long id, String name, Optional<String> icon, long ownerId, int memberCount, Set<Long> managers) {
    public Guild {
        managers = Set.copyOf(managers);
    }

    /** Whether this user may change the guild's settings and see its books. */
    public boolean mayBeManagedBy(long userId) {
        return userId == ownerId || managers.contains(userId);
    }
}
