package dev.mitchbot.contracts.discord;

import dev.mitchbot.contracts.wire.Snowflake;
import java.time.Instant;

/** A user left a guild, was kicked or banned. */
public record MemberLeft(@Snowflake long guildId, @Snowflake long userId, String name, Instant leftAt, int memberCount)
        implements DiscordEvent {}
