package dev.mitchbot.economy.guild;

import dev.mitchbot.economy.ledger.Accounts;
import dev.mitchbot.economy.ledger.Cause;
import dev.mitchbot.economy.ledger.Movement;

/** Fresh coins for members. */
public final class Rewards {
    private Rewards() {}

    /** Pays from the mint; a reward of nothing moves nothing. */
    public static Movement pay(GuildEconomy guild, Cause cause, long userId, long amount) {
        return amount == 0 ? new Movement.Posted() : guild.ledger().move(cause, Accounts.MINT, userId, amount);
    }
}
