package dev.mitchbot.moderation.guild;

import java.util.List;
import java.util.Map;

/**
 * Who outranks whom in a guild.
 *
 * @param botPosition the position of the bot's highest role
 * @param positions of the roles, by id
 */
public record Ranks(long ownerId, int botPosition, Map<String, Integer> positions) {
    public Ranks {
        positions = Map.copyOf(positions);
    }

    /** The position of the highest of these roles; 0, as everyone has, where there is none. */
    public int of(List<String> roles) {
        return roles.stream()
                .mapToInt(role -> positions.getOrDefault(role, 0))
                .max()
                .orElse(0);
    }
}
