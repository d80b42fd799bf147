package dev.mitchbot.contracts.discord;

import dev.mitchbot.contracts.wire.Snowflake;
import java.util.List;

/**
 * A member's nickname or roles changed; all values are those after the change.
 *
 * @param roles ids of the member's roles, as strings
 */
public record MemberChanged(
        @Snowflake long guildId, @Snowflake long userId, String name, List<String> roles) implements DiscordEvent {
    public MemberChanged {
        roles = List.copyOf(roles);
    }
}
