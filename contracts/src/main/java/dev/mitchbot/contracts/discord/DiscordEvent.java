package dev.mitchbot.contracts.discord;

/**
 * What happened in a guild besides commands, as the gateway saw it. The message id is made of what happened (kind, ids
 * and Discord's own time), so two gateways that see it publish the same message twice, not two messages.
 */
public sealed interface DiscordEvent
        permits MessagePosted, MemberJoined, MemberLeft, MemberChanged, ReactionAdded, ReactionRemoved {
    /** The guild it happened in; also the record's key. */
    long guildId();

    /** The message type under which it travels. */
    default String type() {
        return switch (this) {
            case MessagePosted event -> "discord.message-posted.v1";
            case MemberJoined event -> "discord.member-joined.v1";
            case MemberLeft event -> "discord.member-left.v1";
            case MemberChanged event -> "discord.member-changed.v1";
            case ReactionAdded event -> "discord.reaction-added.v1";
            case ReactionRemoved event -> "discord.reaction-removed.v1";
        };
    }
}
