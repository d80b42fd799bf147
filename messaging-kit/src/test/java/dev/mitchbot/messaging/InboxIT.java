package dev.mitchbot.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.messaging.suite.Database;
import dev.mitchbot.messaging.suite.Records;
import dev.mitchbot.messaging.suite.Servers;
import dev.mitchbot.messaging.suite.Tap;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
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

    @Inject
    Publisher publisher;

    @Test
    void forgetsWhatWasPublishedLongAgo() {
        add("new", 6);
        add("old", 9);
        add("older", 10);
        add("oldest", 11);

        assertThat(forget(2)).isEqualTo(2);
        assertThat(known()).containsExactlyInAnyOrder("new", "old");
        assertThat(forget(2)).isEqualTo(1);
        assertThat(known()).containsExactly("new");
        database.execute("delete from inbox where guild_id = ?", guild);
    }

    /** On a topic that is ready: where the broker takes longer than a transaction may, the next sweep begins anew. */
    @Test
    void publishesOnceWhatAnInstanceLeftBehindAndPassesOverWhatCannotBeRead() {
        publisher.publish(List.of(effect("first/0"))).await().atMost(Duration.ofSeconds(30));
        leaveBehind("unreadable", "[{\"topic\":\"TOPIC_OF_A_LATER_VERSION\"}]");
        leaveBehind("left-behind", Caused.write(List.of(effect("left-behind/0"))));

        await().atMost(Duration.ofSeconds(20)).until(() -> !unpublished().contains("left-behind"));

        assertThat(published()).extracting(Tap::id).containsExactly("first/0", "left-behind/0");
        assertThat(unpublished()).containsExactly("unreadable");
        database.execute("delete from inbox where guild_id = ?", guild);
    }

    /** Long enough for several sweeps, each of whose transactions ends before the broker is back. */
    @Test
    void doesNotBeginToPublishWhatWasLeftBehindAgainAndAgainWhileTheBrokerIsAway() {
        Duration away = Duration.ofSeconds(13);

        Servers.killKafka();
        try {
            leaveBehind("left-behind", Caused.write(List.of(effect("left-behind/0"))));
            await().during(away)
                    .atMost(away.plusSeconds(5))
                    .until(() -> !unpublished().isEmpty());
        } finally {
            Servers.startKafka();
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> unpublished().isEmpty());
        assertThat(published()).hasSizeBetween(1, 2);
        database.execute("delete from inbox where guild_id = ?", guild);
    }

    @Test
    void leavesNothingBehindOfWhatCausesNothing() {
        Message message = Message.local("rest/refused", "tally.count.v1", guild, "{}", "rest/refused");
        var refused = new Decided(message, List.of(), Optional.empty());

        new Lanes(vertx, 1)
                .run(0, () -> sessions.withTransaction(session -> Inbox.add(session, List.of(refused), false)))
                .await()
                .atMost(Duration.ofSeconds(20));

        assertThat(unpublished()).isEmpty();
    }

    private Outgoing effect(String id) {
        return new Outgoing(
                Topic.GAMES_EVENTS,
                Long.toString(guild),
                id,
                "tally.counted.v1",
                "{}".getBytes(StandardCharsets.UTF_8),
                "left-behind",
                "");
    }

    private List<ConsumerRecord<String, byte[]>> published() {
        return new Tap(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class))
                .read(Topic.GAMES_EVENTS.topicName(), record -> record.key().equals(Long.toString(guild)));
    }

    private void leaveBehind(String id, String caused) {
        database.execute(
                "insert into inbox (guild_id, message_id, payload_hash, caused, published, handled_at)"
                        + " values (?, ?, 1, cast(? as json), false, now() - interval '1 minute')",
                guild,
                id,
                caused);
    }

    private int forget(int most) {
        return new Lanes(vertx, 1)
                .run(0, () -> sessions.withTransaction(session -> Inbox.forget(session, Duration.ofDays(7), most)))
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private List<String> known() {
        return database.texts("select message_id from inbox where guild_id = ?", guild);
    }

    private List<String> unpublished() {
        return database.texts("select message_id from inbox where guild_id = ? and not published", guild);
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
