package dev.mitchbot.contracts.discord;

import dev.mitchbot.contracts.command.Caller;
import dev.mitchbot.contracts.wire.Snowflake;

/**
 * A member wrote a message; bots' messages are left out.
 *
 * @param messageId Discord's id of it, made when it was posted
 * @param author the member; permissions are those in that channel, the locale is empty
 * @param content empty unless the bot may read message contents
 * @param attachments how many files hang on it
 */
public record MessagePosted(
        @Snowflake long guildId,
        @Snowflake long channelId,
        @Snowflake long messageId,
        Caller author,
        String content,
        int attachments)
        implements DiscordEvent {}
