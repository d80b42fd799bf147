package dev.mitchbot.economy.store;

import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.ledger.Account;
import dev.mitchbot.messaging.Columns;
import dev.mitchbot.messaging.Sql;
import dev.mitchbot.messaging.StaleRowsException;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of balances. */
final class AccountsTable {
    private static final String FIND = """
            select a.guild_id, a.account_id, a.balance, a.version
            from unnest(cast(:guilds as bigint[]), cast(:ids as bigint[])) k (g, id)
            join accounts a on a.guild_id = k.g and a.account_id = k.id""";
    private static final String ADD = """
            insert into accounts (guild_id, account_id, balance, version)
            select g, id, b, 1
            from unnest(cast(:guilds as bigint[]), cast(:ids as bigint[]), cast(:balances as bigint[])) v (g, id, b)""";
    private static final String CHANGE = """
            update accounts a set balance = v.b, version = a.version + 1
            from unnest(cast(:guilds as bigint[]), cast(:ids as bigint[]), cast(:balances as bigint[]),
                        cast(:versions as bigint[])) v (g, id, b, ver)
            where a.guild_id = v.g and a.account_id = v.id and a.version = v.ver""";

    private AccountsTable() {}

    /** Every account asked for, the untouched ones too, by guild and id. */
    static Uni<Map<Long, Map<Long, Account>>> find(Mutiny.Session session, Columns<Long> wanted) {
        Map<Long, Map<Long, Account>> accounts = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            long id = wanted.rows().get(i);
            accounts.computeIfAbsent(wanted.guilds().get(i), guild -> new HashMap<>())
                    .put(id, Account.untouched(id));
        }
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(accounts);
        }
        return Sql.of(session, FIND)
                .set("guilds", wanted.guildIds())
                .set("ids", wanted.longs(Long::longValue))
                .rows()
                .map(rows -> {
                    rows.forEach(row -> accounts.get((Long) row[0])
                            .put((Long) row[1], Account.stored((Long) row[1], (Long) row[2], (Integer) row[3])));
                    return accounts;
                });
    }

    static Uni<Void> save(Mutiny.Session session, Collection<GuildEconomy> guilds) {
        Columns<Account> added = Columns.empty();
        Columns<Account> changed = Columns.empty();
        for (GuildEconomy guild : guilds) {
            for (Account account : guild.ledger().accounts()) {
                if (account.isChanged()) {
                    (account.isStored() ? changed : added).add(guild.guildId(), account);
                }
            }
        }
        return Sql.pipelined(add(session, added), change(session, changed));
    }

    private static Uni<Void> add(Mutiny.Session session, Columns<Account> added) {
        return added.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.of(session, ADD)
                        .set("guilds", added.guildIds())
                        .set("ids", added.longs(Account::id))
                        .set("balances", added.longs(Account::balance))
                        .update()
                        .replaceWithVoid();
    }

    private static Uni<Void> change(Mutiny.Session session, Columns<Account> changed) {
        return changed.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.of(session, CHANGE)
                        .set("guilds", changed.guildIds())
                        .set("ids", changed.longs(Account::id))
                        .set("balances", changed.longs(Account::balance))
                        .set("versions", changed.longs(Account::version))
                        .update()
                        .invoke(updated -> requireAll(changed.size(), updated))
                        .replaceWithVoid();
    }

    private static void requireAll(int expected, int updated) {
        if (updated != expected) {
            throw new StaleRowsException("accounts", expected, updated);
        }
    }
}
