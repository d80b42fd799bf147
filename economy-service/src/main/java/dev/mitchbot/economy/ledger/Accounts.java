package dev.mitchbot.economy.ledger;

/** Which accounts a guild has: its own, with small fixed ids, and the wallets of its members, with their Discord ids. */
public final class Accounts {
    /** Where rewards come from and what is taken away goes to. */
    public static final long MINT = 1;
    /** The counterparty of every game. */
    public static final long HOUSE = 2;
    /** Stakes in play. */
    public static final long ESCROW = 3;
    /** What members pay for items. */
    public static final long SHOP = 4;

    /** A guild's own accounts, without {@link #MINT}. */
    static final long[] BESIDE_THE_MINT = {HOUSE, ESCROW, SHOP};

    /** The most that all accounts of a guild together may hold or owe: what a JSON number and a browser hold exactly. */
    public static final long CEILING = 9_007_199_254_740_991L;

    private Accounts() {}

    public static boolean isWallet(long accountId) {
        return accountId > SHOP;
    }
}
