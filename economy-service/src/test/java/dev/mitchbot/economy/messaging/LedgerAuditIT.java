package dev.mitchbot.economy.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.economy.audit.LedgerAudit;
import dev.mitchbot.messaging.suite.Records;
import dev.mitchbot.messaging.suite.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = Servers.class, restrictToAnnotatedClass = false)
class LedgerAuditIT {
    private final long guild = Records.newId();

    @Inject
    LedgerAudit audit;

    @Inject
    EconomyDatabase database;

    @Inject
    Pool pool;

    @Test
    void findsNothingWhereTheBooksAreRight() throws SQLException {
        books(2);
        entry(1, 1, 1, -100, -100);
        entry(2, 1, 5_001, 100, 100);

        assertThat(audit.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update accounts set balance = 101 where account_id = 5001 | balances sum to 1",
                "update accounts set balance = 101 where account_id = 5001 | account 5001 holds 101, its entries say 100",
                "delete from accounts where account_id = 5001 | account 5001 holds 0, its entries say 100",
                "update books set last_entry = 3 where true | 2 entries of 3",
                "insert into holds select guild_id, 'g', 5, 'duel', 7, 9, now() + interval '1 day' from books where true"
                        + " | escrow has 0, 7 are held",
                "insert into entries select guild_id, 4, 4, 5001, 5, 105, 'm', 'GIFT' from books where true"
                        + " | movement 4 sums to 5",
                "insert into entries select guild_id, 4, 4, 5001, 5, 104, 'm', 'GIFT' from books where true"
                        + " | entry 4 leaves 104, not 105",
                "insert into entries select guild_id, 4, 4, 5001, 5, 105, 'm', 'GIFT' from books where true"
                        + " | 3 entries of 2"
            })
    void findsWhatDoesNotAddUp(String damage, String fault) throws SQLException {
        books(2);
        entry(1, 1, 1, -100, -100);
        entry(2, 1, 5_001, 100, 100);
        database.execute(damage + " and guild_id = " + guild);
        try {
            assertThat(audit.faults()).contains(guild + ": " + fault);
        } finally {
            database.forget(guild);
        }
    }

    @Test
    void letsNoFrozenInstanceKeepItsLocks() {
        assertThat(setting("statement_timeout")).isEqualTo("5s");
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("5s");
    }

    private String setting(String name) {
        return pool.query("show " + name).executeAndAwait().iterator().next().getString(0);
    }

    private void books(long lastEntry) {
        database.execute("insert into books (guild_id, last_entry) values (?, ?)", guild, lastEntry);
    }

    private void entry(long number, long transaction, long account, long amount, long after) {
        database.execute(
                "insert into entries (guild_id, entry_number, transaction_number, account_id, amount, balance_after,"
                        + " message_id, reason) values (?, ?, ?, ?, ?, ?, 'm', 'OPENING')",
                guild,
                number,
                transaction,
                account,
                amount,
                after);
        database.execute("insert into accounts values (?, ?, ?, 1)", guild, account, after);
    }
}
