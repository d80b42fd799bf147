package dev.mitchbot.contracts.discord;

import dev.mitchbot.contracts.wire.Snowflake;
import java.time.Instant;

/** A user joined a guild; the age of their account is told by their id. */
public record MemberJoined(
        @Snowflake long guildId, @Snowflake long userId, String name, boolean bot, Instant joinedAt, int memberCount)
        implements DiscordEvent {}
