package dev.mitchbot.contracts.discord;

import dev.mitchbot.contracts.wire.Snowflake;

/**
 * A reaction was taken from a message.
 *
 * @param emoji a Unicode emoji, or the id of a custom one
 */
public record ReactionRemoved(
        @Snowflake long guildId,
        @Snowflake long channelId,
        @Snowflake long messageId,
        @Snowflake long userId,
        String emoji)
        implements DiscordEvent {}
