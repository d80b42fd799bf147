package dev.mitchbot.economy.store;

import dev.mitchbot.economy.claims.Claims;
import dev.mitchbot.economy.escrow.Hold;
import dev.mitchbot.economy.escrow.Holds;
import dev.mitchbot.economy.guild.Economy;
import dev.mitchbot.economy.guild.EconomyKeys;
import dev.mitchbot.economy.guild.EconomyKeys.GuildKeys;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.PageKey;
import dev.mitchbot.economy.ledger.Account;
import dev.mitchbot.economy.ledger.Ledger;
import dev.mitchbot.economy.ledger.Standing;
import dev.mitchbot.economy.settings.EconomySettings;
import dev.mitchbot.messaging.Columns;
import dev.mitchbot.messaging.Sql;
import dev.mitchbot.messaging.Store;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Brings a batch's rows into memory and back: one query for each table that somebody needs, whatever the batch's size. */
public final class EconomyStore implements Store<EconomyKeys, Economy> {
    @Override
    public EconomyKeys keys() {
        return new EconomyKeys();
    }

    /**
     * Locks first and looks then: what is read after the lock is what the last writer of the guild has left. What needs
     * nothing from one another is asked for in one go.
     */
    @Override
    public Uni<Economy> load(Mutiny.Session session, EconomyKeys keys) {
        Loaded loaded = new Loaded();
        return BooksTable.lock(session, guildsToWrite(keys))
                .invoke(found -> loaded.lastEntries = found)
                .chain(() -> HoldsTable.find(session, wanted(keys, GuildKeys::games)))
                .invoke(found -> loaded.holds = found)
                .chain(() -> Sql.pipelined(
                        SettingsTable.find(session, keys.guilds().keySet()).invoke(found -> loaded.settings = found),
                        AccountsTable.find(session, accounts(keys, loaded.holds))
                                .invoke(found -> loaded.accounts = found),
                        ClaimsTable.find(session, wanted(keys, GuildKeys::claims))
                                .invoke(found -> loaded.claims = found),
                        Standings.find(session, wanted(keys, GuildKeys::pages)).invoke(found -> loaded.pages = found)))
                .map(last -> loaded.economy(keys));
    }

    @Override
    public Uni<Void> save(Mutiny.Session session, Economy economy) {
        List<GuildEconomy> written = economy.guilds().stream()
                .filter(guild -> !guild.ledger().entries().isEmpty())
                .toList();
        Uni<Void> money = written.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.pipelined(
                        BooksTable.save(session, written),
                        AccountsTable.save(session, written),
                        EntriesTable.add(session, written));
        return Sql.pipelined(
                money, ClaimsTable.save(session, economy.guilds()), HoldsTable.save(session, economy.guilds()));
    }

    private static List<Long> guildsToWrite(EconomyKeys keys) {
        return keys.guilds().entrySet().stream()
                .filter(guild -> guild.getValue().needsBooks())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static <T> Columns<T> wanted(EconomyKeys keys, Function<GuildKeys, ? extends Iterable<T>> kind) {
        Columns<T> wanted = Columns.empty();
        keys.guilds().forEach((guildId, guild) -> kind.apply(guild).forEach(key -> wanted.add(guildId, key)));
        return wanted;
    }

    /** Those asked for, and the wallets of the players whose stakes are held: only the holds tell who they are. */
    private static Columns<Long> accounts(EconomyKeys keys, Columns<Hold> holds) {
        for (int i = 0; i < holds.size(); i++) {
            keys.guild(holds.guilds().get(i)).wallet(holds.rows().get(i).playerId());
        }
        return wanted(keys, GuildKeys::accounts);
    }

    /** What has come so far. */
    private static final class Loaded {
        private Map<Long, Long> lastEntries = Map.of();
        private Map<Long, EconomySettings> settings = Map.of();
        private Columns<Hold> holds = Columns.empty();
        private Map<Long, Map<Long, Account>> accounts = Map.of();
        private Map<Long, Map<Claims.Key, Instant>> claims = Map.of();
        private Map<PageKey, List<Standing>> pages = Map.of();

        Economy economy(EconomyKeys keys) {
            Map<Long, GuildEconomy> guilds = new HashMap<>();
            keys.guilds().keySet().forEach(guildId -> guilds.put(guildId, guild(guildId)));
            return new Economy(guilds);
        }

        private GuildEconomy guild(long guildId) {
            EconomySettings inForce = settings.getOrDefault(guildId, EconomySettings.DEFAULTS);
            return new GuildEconomy(
                    guildId,
                    inForce,
                    new Ledger(
                            lastEntries.getOrDefault(guildId, 0L),
                            inForce.startingBalance(),
                            accounts.getOrDefault(guildId, Map.of()).values()),
                    new Claims(claims.getOrDefault(guildId, Map.of())),
                    new Holds(holds.of(guildId)),
                    pages);
        }
    }
}
