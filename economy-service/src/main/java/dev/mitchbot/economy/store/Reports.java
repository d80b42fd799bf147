package dev.mitchbot.economy.store;

import dev.mitchbot.economy.settings.StoredSettings;
import dev.mitchbot.messaging.Sql;
import dev.mitchbot.messaging.rest.BoundedReads;
import dev.mitchbot.messaging.rest.Cursor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What people in charge may read of a guild's wallets; one short walk along an index for each page, however far down. */
@Singleton
public final class Reports {
    private static final String WALLETS = """
            select account_id, balance from accounts
            where guild_id = :guild and account_id > greatest(cast(:after as bigint), 4)
            order by account_id limit :most""";
    static final String WALLET = """
            select account_id, balance from accounts
            where guild_id = :guild and account_id = :member and account_id > greatest(cast(:after as bigint), 4)""";
    private static final String STANDINGS = """
            select account_id, balance from accounts
            where guild_id = :guild and account_id > 4 and balance > 0
              and (balance, account_id) < (cast(:balance as bigint), cast(:id as bigint))
            order by balance desc, account_id desc limit :most""";

    private final BoundedReads reads;

    Reports(BoundedReads reads) {
        this.reads = reads;
    }

    /** A member's wallet. */
    public record Wallet(long userId, long balance) {}

    /** @param rank the wallet's place among those that hold anything, 1 for the richest; counted on from the cursor's */
    public record Standing(long rank, Wallet wallet) {
        public static final int CURSOR_LENGTH = 3;

        public Cursor cursor() {
            return new Cursor(wallet.balance(), wallet.userId(), rank);
        }
    }

    public Uni<StoredSettings> settings(long guildId) {
        return reads.run(session -> SettingsTable.stored(session, Set.of(guildId))
                .map(found -> found.getOrDefault(guildId, StoredSettings.DEFAULTS)));
    }

    /** Wallets by member's id, at most so many. */
    public Uni<List<Wallet>> wallets(long guildId, Optional<Cursor> after, int most) {
        return reads.run(session -> Sql.of(session, WALLETS)
                .set("guild", guildId)
                .set("after", after.map(cursor -> cursor.key()[0]).orElse(0L))
                .set("most", most)
                .rows()
                .map(Reports::wallets));
    }

    /** A member's wallet, where there is one and its place in the list is after the cursor's. */
    public Uni<List<Wallet>> wallet(long guildId, long member, Optional<Cursor> after) {
        return reads.run(session -> Sql.of(session, WALLET)
                .set("guild", guildId)
                .set("member", member)
                .set("after", after.map(cursor -> cursor.key()[0]).orElse(0L))
                .rows()
                .map(Reports::wallets));
    }

    /** Wallets that hold anything, the richest first, at most so many. */
    public Uni<List<Standing>> standings(long guildId, Optional<Cursor> after, int most) {
        long ahead = after.map(cursor -> cursor.key()[2]).orElse(0L);
        return reads.run(session -> Sql.of(session, STANDINGS)
                .set("guild", guildId)
                .set("balance", after.map(cursor -> cursor.key()[0]).orElse(Long.MAX_VALUE))
                .set("id", after.map(cursor -> cursor.key()[1]).orElse(Long.MAX_VALUE))
                .set("most", most)
                .rows()
                .map(rows -> ranked(wallets(rows), ahead)));
    }

    private static List<Standing> ranked(List<Wallet> wallets, long ahead) {
        return IntStream.range(0, wallets.size())
                .mapToObj(place -> new Standing(ahead + place + 1, wallets.get(place)))
                .toList();
    }

    private static List<Wallet> wallets(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new Wallet((Long) row[0], (Long) row[1]))
                .toList();
    }
}
