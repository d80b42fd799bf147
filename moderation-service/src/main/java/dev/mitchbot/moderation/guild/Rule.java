package dev.mitchbot.moderation.guild;

import dev.mitchbot.moderation.guild.ModerationKeys.GuildKeys;

/**
 * The rule for something that members do, that Discord answers, or that is due.
 *
 * @param <B> what the message carries
 */
public interface Rule<B> {
    /** The message type that brings it, for example {@code moderation.ban.v1}. */
    String type();

    /** What the message carries. */
    Class<B> bodyType();

    /** The guild it happens in. */
    long guildId(B body);

    /** Whether it changes nothing. */
    default boolean query() {
        return false;
    }

    /** Whether of messages with one id the first counts, whatever others say. */
    default boolean firstCounts() {
        return false;
    }

    /** Names the rows that the rule may look at or change. */
    void needs(B body, GuildKeys keys);

    Decision decide(B body, GuildModeration guild, Moment moment);
}
