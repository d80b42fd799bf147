package dev.mitchbot.contracts.discord;

import dev.mitchbot.contracts.wire.Snowflake;

/**
 * A reaction was put on a message.
 *
 * @param emoji a Unicode emoji, or the id of a custom one
 */
public record ReactionAdded(
        @Snowflake long guildId,
        @Snowflake long channelId,
        @Snowflake long messageId,
        @Snowflake long userId,
        String emoji)
        implements DiscordEvent {}
