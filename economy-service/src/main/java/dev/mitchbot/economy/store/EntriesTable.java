package dev.mitchbot.economy.store;

import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.ledger.Entry;
import dev.mitchbot.messaging.Columns;
import dev.mitchbot.messaging.Sql;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import org.hibernate.reactive.mutiny.Mutiny;

/** The journal: rows are added, never changed. */
final class EntriesTable {
    private static final String ADD = """
            insert into entries (guild_id, entry_number, transaction_number, account_id, amount, balance_after,
                                 message_id, reason, counterparty, actor_id, note)
            select * from unnest(cast(:guilds as bigint[]), cast(:numbers as bigint[]), cast(:transactions as bigint[]),
                                 cast(:accounts as bigint[]), cast(:amounts as bigint[]), cast(:balances as bigint[]),
                                 cast(:messages as text[]), cast(:reasons as text[]), cast(:counterparties as bigint[]),
                                 cast(:actors as bigint[]), cast(:notes as text[]))""";

    private EntriesTable() {}

    static Uni<Void> add(Mutiny.Session session, Collection<GuildEconomy> guilds) {
        Columns<Entry> entries = Columns.of(
                guilds, GuildEconomy::guildId, guild -> guild.ledger().entries());
        return Sql.of(session, ADD)
                .set("guilds", entries.guildIds())
                .set("numbers", entries.longs(Entry::number))
                .set("transactions", entries.longs(Entry::transaction))
                .set("accounts", entries.longs(Entry::accountId))
                .set("amounts", entries.longs(Entry::amount))
                .set("balances", entries.longs(Entry::balanceAfter))
                .set("messages", entries.texts(entry -> entry.cause().messageId()))
                .set("reasons", entries.texts(entry -> entry.cause().reason().name()))
                .set(
                        "counterparties",
                        entries.optionalLongs(entry -> entry.counterparty().orElse(null)))
                .set(
                        "actors",
                        entries.optionalLongs(entry -> entry.cause().actorId().orElse(null)))
                .set("notes", entries.texts(entry -> entry.cause().note().orElse(null)))
                .update()
                .replaceWithVoid();
    }
}
