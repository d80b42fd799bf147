package dev.mitchbot.economy.eco;

import dev.mitchbot.economy.ledger.Reason;

/** {@code /eco remove}: takes coins out of somebody's wallet. */
public final class RemoveCoins extends Adjustment {
    public RemoveCoins() {
        super("remove", Reason.ADMIN_REMOVE, 1);
    }

    @Override
    long change(long balance, long amount) {
        return -amount;
    }
}
