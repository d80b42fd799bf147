package dev.mitchbot.economy.guild;

import dev.mitchbot.economy.claims.Claim;
import dev.mitchbot.economy.claims.Claims;
import dev.mitchbot.economy.ledger.Accounts;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rows that a batch needs, guild by guild in the order of their ids. */
public final class EconomyKeys {
    private final SortedMap<Long, GuildKeys> guilds = new TreeMap<>();

    public GuildKeys guild(long guildId) {
        return guilds.computeIfAbsent(guildId, id -> new GuildKeys());
    }

    public SortedMap<Long, GuildKeys> guilds() {
        return guilds;
    }

    /** The rows of one guild. Its settings always come along. */
    public static final class GuildKeys {
        private final Set<Long> accounts = new LinkedHashSet<>();
        private final Set<Claims.Key> claims = new LinkedHashSet<>();
        private final Set<String> games = new LinkedHashSet<>();
        private final Set<PageKey> pages = new LinkedHashSet<>();
        private boolean books;

        /** To look at the wallet. */
        public GuildKeys wallet(long userId) {
            if (!Accounts.isWallet(userId)) {
                throw new IllegalArgumentException(userId + " is nobody's id");
            }
            accounts.add(userId);
            return this;
        }

        /** To move money: nobody else may move any in this guild until the batch is saved. */
        public GuildKeys books() {
            if (!books) {
                books = true;
                accounts.add(Accounts.MINT);
                accounts.add(Accounts.HOUSE);
                accounts.add(Accounts.ESCROW);
                accounts.add(Accounts.SHOP);
            }
            return this;
        }

        public GuildKeys claim(long userId, Claim claim) {
            claims.add(new Claims.Key(userId, claim));
            return this;
        }

        public GuildKeys holdsOf(String gameId) {
            games.add(gameId);
            return this;
        }

        public GuildKeys page(PageKey page) {
            pages.add(page);
            return this;
        }

        public Set<Long> accounts() {
            return accounts;
        }

        public Set<Claims.Key> claims() {
            return claims;
        }

        public Set<String> games() {
            return games;
        }

        public Set<PageKey> pages() {
            return pages;
        }

        public boolean needsBooks() {
            return books;
        }
    }
}
