package dev.mitchbot.economy.eco;

import dev.mitchbot.economy.ledger.Reason;

/** {@code /eco add}: puts coins into somebody's wallet. */
public final class AddCoins extends Adjustment {
    public AddCoins() {
        super("add", Reason.ADMIN_ADD, 1);
    }

    @Override
    long change(long balance, long amount) {
        return amount;
    }
}
