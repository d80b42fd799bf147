package dev.mitchbot.economy.stakes;

import dev.mitchbot.contracts.economy.WalletResult;
import dev.mitchbot.economy.guild.EconomyKeys.GuildKeys;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.Moment;
import java.util.Optional;

/**
 * The rule for something that is asked of the wallets of a guild.
 *
 * @param <B> what is asked
 */
public interface WalletRule<B> {
    /** The message type that brings it. */
    String type();

    /** What the message carries. */
    Class<B> bodyType();

    /** Names the rows that the rule may look at or change. */
    void needs(B request, GuildKeys keys);

    /** The answer to whoever plays; empty where nobody waits for one. */
    Optional<WalletResult> decide(B request, GuildEconomy guild, Moment moment);
}
