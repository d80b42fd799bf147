package dev.mitchbot.economy.messaging;

import static org.awaitility.Awaitility.await;

import dev.mitchbot.messaging.suite.Records;
import dev.mitchbot.messaging.suite.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stakes that an instance finds in the database and that no message ever mentions. */
@QuarkusTest
@QuarkusTestResource(value = Servers.class, restrictToAnnotatedClass = false)
class HoldsAfterRestartIT {
    private static final long PLAYER = 6_001;

    private final long guild = Records.newId();

    @Inject
    EconomyDatabase database;

    @AfterEach
    void booksAreRight() {
        database.assertBooksAreRight();
    }

    @Test
    void giveBackWhatExpiredWhileNobodyLooked() {
        database.execute("""
                with opened as (insert into books values (%1$d, 4)),
                     accounts as (insert into accounts values (%1$d, 1, -100, 1), (%1$d, 3, 60, 1), (%1$d, %2$d, 40, 1)),
                     entries as (insert into entries (guild_id, entry_number, transaction_number, account_id, amount,
                                                      balance_after, message_id, reason)
                        values (%1$d, 1, 1, 1, -100, -100, 'm-1', 'OPENING'), (%1$d, 2, 1, %2$d, 100, 100, 'm-1', 'OPENING'),
                               (%1$d, 3, 3, %2$d, -60, 40, 'm-1', 'STAKE_HELD'), (%1$d, 4, 3, 3, 60, 60, 'm-1', 'STAKE_HELD'))
                insert into holds values (%1$d, 'g-1', %2$d, 'duel', 60, 4, now() - interval '3 hours')""".formatted(guild, PLAYER));

        await().atMost(Duration.ofSeconds(10)).until(() -> balance() == 100 && heldStakes() == 0);
    }

    private long balance() {
        return database.number("select balance from accounts where guild_id = ? and account_id = ?", guild, PLAYER);
    }

    private long heldStakes() {
        return database.number("select count(*) from holds where guild_id = ?", guild);
    }
}
