package dev.mitchbot.contracts.action;

import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.contracts.wire.Snowflake;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a service wants done in Discord. The id of the message that carries it comes back in the {@link ActionResult}.
 * Executing one twice has the effect of once, except for messages, which carry Discord's nonce against it.
 */
public sealed interface Action {
    /** The guild concerned; also the record's key. */
    long guildId();

    /** The message type under which it travels. */
    default String type() {
        return typeOf(getClass());
    }

    /** The message type under which actions of a kind travel, for example {@code gateway.ban-member.v1}. */
    static String typeOf(Class<? extends Action> kind) {
        String words = kind.getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1");
        return "gateway." + words.toLowerCase(Locale.ROOT) + ".v1";
    }

    /**
     * Bans a user, member or not.
     *
     * @param deleteMessages how far back their messages go too, at most 7 days
     */
    record BanMember(@Snowflake long guildId, @Snowflake long userId, String reason, Duration deleteMessages)
            implements Action {}

    /** Lifts a ban; a user who is not banned counts as done, and the result carries {@link ActionResult#UNKNOWN_BAN}. */
    record UnbanMember(@Snowflake long guildId, @Snowflake long userId, String reason) implements Action {}

    /** Removes a member who may come back. */
    record KickMember(@Snowflake long guildId, @Snowflake long userId, String reason) implements Action {}

    /**
     * Silences a member.
     *
     * @param until the end, at most 28 days ahead; empty lifts a running time-out
     */
    record TimeoutMember(@Snowflake long guildId, @Snowflake long userId, Optional<Instant> until, String reason)
            implements Action {}

    /** Gives a member a role. */
    record AddRole(
            @Snowflake long guildId,
            @Snowflake long userId,
            @Snowflake long roleId,
            String reason) implements Action {}

    /** Takes a role from a member. */
    record RemoveRole(
            @Snowflake long guildId,
            @Snowflake long userId,
            @Snowflake long roleId,
            String reason) implements Action {}

    /**
     * Names a member.
     *
     * @param nickname at most 32 characters; empty resets it
     */
    record SetNickname(@Snowflake long guildId, @Snowflake long userId, Optional<String> nickname, String reason)
            implements Action {}

    /**
     * Deletes messages, none older than 14 days.
     *
     * @param messageIds 1 to 100, as strings
     */
    record DeleteMessages(
            @Snowflake long guildId, @Snowflake long channelId, List<String> messageIds, String reason)
            implements Action {
        public DeleteMessages {
            messageIds = List.copyOf(messageIds);
        }
    }

    /**
     * Finds and deletes a channel's latest messages, none older than 14 days.
     *
     * @param amount 1 to 100
     * @param authorId whose messages; empty for everyone's
     */
    record PurgeMessages(
            @Snowflake long guildId, @Snowflake long channelId, int amount, Optional<String> authorId, String reason)
            implements Action {}

    /**
     * Sets a channel's slow mode.
     *
     * @param interval between two messages of one member, 0 to 6 hours; 0 is off
     */
    record SetSlowMode(@Snowflake long guildId, @Snowflake long channelId, Duration interval, String reason)
            implements Action {}

    /**
     * Sets one permission of one role in one channel.
     *
     * @param permission the bit, for example 2048 for Send Messages
     */
    record SetPermissionOverwrite(
            @Snowflake long guildId,
            @Snowflake long channelId,
            @Snowflake long roleId,
            long permission,
            Setting setting,
            String reason)
            implements Action {
        /** What the channel says of the permission. */
        public enum Setting {
            ALLOW,
            DENY,
            INHERIT
        }
    }

    /** Writes to a user in private. */
    record SendDirectMessage(
            @Snowflake long guildId, @Snowflake long userId, MessageBody message) implements Action {}

    /** Writes to a channel. */
    record SendChannelMessage(
            @Snowflake long guildId, @Snowflake long channelId, MessageBody message) implements Action {}
}
