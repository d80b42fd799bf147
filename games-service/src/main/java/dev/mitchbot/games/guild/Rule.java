package dev.mitchbot.games.guild;

import dev.mitchbot.games.guild.GamesKeys.GuildKeys;

/**
 * The rule for something that members do, that the ledger answers, or that is due.
 *
 * @param <B> what the message carries
 */
public interface Rule<B> {
    /** The message type that brings it, for example {@code games.coinflip.v1}. */
    String type();

    /** What the message carries. */
    Class<B> bodyType();

    /** The guild it happens in. */
    long guildId(B body);

    /** Names the rows that the rule may look at or change. */
    void needs(B body, GuildKeys keys);

    Decision decide(B body, GuildGames guild, Moment moment);
}
