package dev.mitchbot.moderation.guild;

import dev.mitchbot.contracts.command.Permission;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the gateway has told of a guild: its name, who outranks whom there, and what the bot may do.
 *
 * @param botPosition the position of the bot's highest role
 * @param botPermissions its permission bits; empty until the gateway has told them
 * @param positions of the roles, by id
 */
public record GuildFacts(
        String name, long ownerId, int botPosition, Optional<Long> botPermissions, Map<String, Integer> positions) {
    public GuildFacts {
        positions = Map.copyOf(positions);
    }

    /** Whether the bot is known to lack this permission. What nobody has told yet, Discord will tell. */
    public boolean botLacks(Permission permission) {
        return botPermissions
                .filter(bits -> !permission.in(bits) && !Permission.ADMINISTRATOR.in(bits))
                .isPresent();
    }

    /** The position of the highest of these roles; 0, as everyone has, where there is none. */
    public int of(List<String> roles) {
        return roles.stream()
                .mapToInt(role -> positions.getOrDefault(role, 0))
                .max()
                .orElse(0);
    }
}
