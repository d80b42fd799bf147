package dev.mitchbot.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.messaging.suite.Database;
import dev.mitchbot.messaging.suite.Records;
import dev.mitchbot.messaging.suite.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = Servers.class, restrictToAnnotatedClass = false)
class InboxIT {
    private final long guild = Records.newId();
    private final Database database = new Database();

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Vertx vertx;

    @Test
    void forgetsWhatWasPublishedLongAgo() {
        add("new", 6);
        add("old", 8);

        new Lanes(vertx, 1)
                .run(0, () -> sessions.withTransaction(session -> Inbox.forget(session, Duration.ofDays(7))))
                .await()
                .atMost(Duration.ofSeconds(20));

        assertThat(database.texts("select message_id from inbox where guild_id = ?", guild))
                .containsExactly("new");
        database.execute("delete from inbox where guild_id = ?", guild);
    }

    private void add(String id, int daysAgo) {
        database.execute(
                "insert into inbox (guild_id, message_id, payload_hash, caused, published, handled_at)"
                        + " values (?, ?, 1, '[]', true, now() - ? * interval '1 day')",
                guild,
                id,
                daysAgo);
    }
}
