package dev.mitchbot.economy.guild;

import dev.mitchbot.contracts.command.Command;
import dev.mitchbot.economy.guild.EconomyKeys.GuildKeys;
import dev.mitchbot.economy.wording.Refusal;

/**
 * The rule for something that members do.
 *
 * @param <C> how they do it: by a slash command or by a click
 */
public interface EconomyCommand<C extends Command> {
    /** The message type that brings it, for example {@code economy.give.v1}. */
    String type();

    /** How it is done. */
    Class<C> by();

    /** Whether it changes nothing. */
    default boolean query() {
        return false;
    }

    /** Names the rows that the rule may look at or change. */
    void needs(C command, GuildKeys keys);

    /** The rule, for an economy that is switched on. */
    Decision rule(C command, GuildEconomy guild, Moment moment);

    default Decision decide(C command, GuildEconomy guild, Moment moment) {
        return guild.settings().enabled()
                ? rule(command, guild, moment)
                : Decision.of(Refusal.economyDisabled(command.interaction()));
    }
}
