package dev.mitchbot.economy.guild;

import dev.mitchbot.economy.ledger.Accounts;
import dev.mitchbot.economy.ledger.Cause;
import dev.mitchbot.economy.ledger.Movement;

/** Coins fresh from the mint, or back into it. */
public final class Rewards {
    private Rewards() {}

    /** Pays from the mint, or back into it where the amount is negative; a reward of nothing only opens the wallet. */
    public static Movement pay(GuildEconomy guild, Cause cause, long userId, long amount) {
        return amount == 0
                ? guild.ledger().open(cause, userId)
                : guild.ledger().move(cause, Accounts.MINT, userId, amount);
    }
}
