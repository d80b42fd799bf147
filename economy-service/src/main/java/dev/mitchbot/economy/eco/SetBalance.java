package dev.mitchbot.economy.eco;

import dev.mitchbot.economy.ledger.Reason;

/** {@code /eco set}: makes a wallet hold so much, by moving the difference. */
public final class SetBalance extends Adjustment {
    public SetBalance() {
        super("set", Reason.ADMIN_SET, 0);
    }

    @Override
    long change(long balance, long amount) {
        return amount - balance;
    }
}
