package dev.mitchbot.economy.ledger;

import dev.mitchbot.economy.ledger.Movement.CeilingReached;
import dev.mitchbot.economy.ledger.Movement.InsufficientFunds;
import dev.mitchbot.economy.ledger.Movement.Posted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A guild's double-entry books: every movement sums to zero, no wallet falls below it, nothing is ever overwritten. */
public final class Ledger {
    private static final Posted POSTED = new Posted();

    private final long startingBalance;
    private final Map<Long, Account> accounts = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private long lastEntry;

    /**
     * @param lastEntry the number of the guild's last entry, 0 for empty books
     * @param startingBalance what a wallet is opened with
     * @param loaded every account that may be looked at, the untouched ones too
     */
    public Ledger(long lastEntry, long startingBalance, Collection<Account> loaded) {
        this.lastEntry = lastEntry;
        this.startingBalance = startingBalance;
        loaded.forEach(account -> accounts.put(account.id(), account));
    }

    /** What the account holds; for a wallet that nobody has touched, what it will be opened with. */
    public long balance(long accountId) {
        Account account = account(accountId);
        return account.awaitsOpening() ? startingBalance : account.balance();
    }

    public Movement move(Cause cause, long from, long to, long amount) {
        return post(cause, List.of(new Leg(from, -amount), new Leg(to, amount)));
    }

    /**
     * Posts a movement, after opening the wallets in it that nobody has touched before.
     *
     * @param legs at least two, of different accounts, none of them zero, summing to zero
     */
    public Movement post(Cause cause, List<Leg> legs) {
        requireBalanced(legs);
        Optional<Movement> refusal = refusal(legs);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        legs.forEach(leg -> open(account(leg.accountId()), cause));
        write(legs, cause);
        return POSTED;
    }

    /** Opens a wallet that nobody has touched before, and moves nothing else. */
    public Movement open(Cause cause, long wallet) {
        Account account = account(wallet);
        if (account.awaitsOpening() && isMoreThanCanBeCounted(owed(), balance(Accounts.MINT) - startingBalance)) {
            return new CeilingReached(Accounts.MINT);
        }
        open(account, cause);
        return POSTED;
    }

    public Collection<Account> accounts() {
        return accounts.values();
    }

    /** The entries written since the books were loaded. */
    public List<Entry> entries() {
        return entries;
    }

    public long lastEntry() {
        return lastEntry;
    }

    private Optional<Movement> refusal(List<Leg> legs) {
        long mint = account(Accounts.MINT).balance();
        long owed = owed();
        for (Leg leg : legs) {
            long before = balance(leg.accountId());
            long after = Math.addExact(before, leg.amount());
            if (Accounts.isWallet(leg.accountId()) && after < 0) {
                return Optional.of(new InsufficientFunds(leg.accountId(), -leg.amount(), before));
            }
            if (Math.abs(after) > Accounts.CEILING) {
                return Optional.of(new CeilingReached(leg.accountId()));
            }
            mint -= account(leg.accountId()).awaitsOpening() ? startingBalance : 0;
            if (leg.accountId() == Accounts.MINT) {
                mint += leg.amount();
            } else if (!Accounts.isWallet(leg.accountId())) {
                owed += Math.min(after, 0) - Math.min(before, 0);
            }
        }
        return isMoreThanCanBeCounted(owed, mint) ? Optional.of(new CeilingReached(Accounts.MINT)) : Optional.empty();
    }

    /** What the guild's own accounts owe, the mint left out. */
    private long owed() {
        long owed = 0;
        for (long id : Accounts.BESIDE_THE_MINT) {
            Account account = accounts.get(id);
            owed += account == null ? 0 : Math.min(account.balance(), 0);
        }
        return owed;
    }

    /**
     * What the guild's own accounts owe is what all the others hold. While that is at most the ceiling, each of these fits
     * into any of them: a stake can always go back, whatever its player has won meanwhile.
     */
    private static boolean isMoreThanCanBeCounted(long owed, long mint) {
        return owed + Math.min(mint, 0) < -Accounts.CEILING;
    }

    private void open(Account account, Cause cause) {
        if (account.awaitsOpening() && startingBalance > 0) {
            write(
                    List.of(new Leg(Accounts.MINT, -startingBalance), new Leg(account.id(), startingBalance)),
                    cause.opening());
        }
    }

    private void write(List<Leg> legs, Cause cause) {
        long transaction = lastEntry + 1;
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            long after = account(leg.accountId()).change(leg.amount());
            Optional<Long> counterparty =
                    legs.size() == 2 ? Optional.of(legs.get(1 - i).accountId()) : Optional.empty();
            entries.add(new Entry(++lastEntry, transaction, leg.accountId(), leg.amount(), after, counterparty, cause));
        }
    }

    private Account account(long accountId) {
        Account account = accounts.get(accountId);
        if (account == null) {
            throw new IllegalStateException("Account " + accountId + " was not loaded");
        }
        return account;
    }

    private static void requireBalanced(List<Leg> legs) {
        long sum = 0;
        for (Leg leg : legs) {
            sum = Math.addExact(sum, leg.amount());
            if (leg.amount() == 0) {
                throw new IllegalArgumentException("A leg of nothing: " + legs);
            }
        }
        if (sum != 0 || legs.stream().map(Leg::accountId).distinct().count() != legs.size() || legs.size() < 2) {
            throw new IllegalArgumentException("Not a movement between accounts: " + legs);
        }
    }
}
