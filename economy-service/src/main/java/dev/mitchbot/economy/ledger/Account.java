package dev.mitchbot.economy.ledger;

/** An account as it was loaded, and as the batch has left it so far. */
public final class Account {
    private final long id;
    private final int version;
    private boolean open;
    private boolean changed;
    private long balance;

    private Account(long id, int version, long balance, boolean open) {
        this.id = id;
        this.version = version;
        this.balance = balance;
        this.open = open;
    }

    public static Account stored(long id, long balance, int version) {
        return new Account(id, version, balance, true);
    }

    /** An account that nobody has touched yet. */
    public static Account untouched(long id) {
        return new Account(id, 0, 0, false);
    }

    public long id() {
        return id;
    }

    public long balance() {
        return balance;
    }

    /** The version that was loaded; 0 where the account is not stored yet. */
    public int version() {
        return version;
    }

    public boolean isStored() {
        return version > 0;
    }

    public boolean isChanged() {
        return changed;
    }

    boolean awaitsOpening() {
        return !open && Accounts.isWallet(id);
    }

    long change(long amount) {
        balance = Math.addExact(balance, amount);
        open = true;
        changed = true;
        return balance;
    }
}
