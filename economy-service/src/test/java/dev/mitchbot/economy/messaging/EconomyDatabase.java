package dev.mitchbot.economy.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.messaging.suite.Database;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
public class EconomyDatabase extends Database {
    void assertBooksAreRight() {
        assertThat(texts("select guild_id || ': ' || fault from ledger_faults")).isEmpty();
    }

    /** Takes a guild away that a test has damaged, its entries too. */
    public void forget(long guildId) {
        execute("alter table entries disable trigger entries_are_immutable");
        for (String table : List.of("entries", "accounts", "books", "holds")) {
            execute("delete from " + table + " where guild_id = ?", guildId);
        }
        execute("alter table entries enable trigger entries_are_immutable");
    }
}
