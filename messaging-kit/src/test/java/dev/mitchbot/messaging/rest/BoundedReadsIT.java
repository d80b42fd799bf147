package dev.mitchbot.messaging.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.messaging.Lanes;
import dev.mitchbot.messaging.Sql;
import dev.mitchbot.messaging.suite.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BoundedReadsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final String SLEEPING =
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'";

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Vertx vertx;

    private final Database database = new Database();
    private final AtomicInteger begun = new AtomicInteger();
    private BoundedReads reads;

    @BeforeEach
    void haveTwoOfFourConnections() {
        reads = new BoundedReads(sessions, () -> PATIENCE, 4);
    }

    @Test
    void tellWhatTheyFind() {
        assertThat(read("select 42").await().atMost(PATIENCE)).isEqualTo(42);
    }

    @Test
    void haveHalfOfTheConnectionsAtMostAndEndWithTheirCallers() {
        Uni<?> all = Uni.join()
                .all(IntStream.range(0, 10)
                        .mapToObj(n -> read("select 42 from pg_sleep(20)"))
                        .toList())
                .andCollectFailures();
        long asked = System.nanoTime();
        all.subscribe().with(found -> {}, failure -> {});

        await().until(() -> database.number(SLEEPING) > 0);
        while (System.nanoTime() - asked < PATIENCE.toNanos()) {
            assertThat(database.number(SLEEPING)).isLessThanOrEqualTo(2);
        }
        await().atMost(PATIENCE).until(() -> database.number(SLEEPING) == 0);
        // the first two may end a moment before the patience of those in line does
        int inTime = begun.get();
        assertThat(inTime).isLessThan(10);
        await().during(PATIENCE).atMost(PATIENCE.multipliedBy(2)).until(() -> begun.get() == inTime);
        assertThat(read("select 42").await().atMost(PATIENCE)).isEqualTo(42);
    }

    @Test
    void areToldWhenTheirTimeIsOver() {
        assertThatThrownBy(() -> read("select 42 from pg_sleep(20)").await().atMost(PATIENCE.multipliedBy(2)))
                .isInstanceOf(TimeoutException.class);
    }

    @Test
    void leaveTheirSlotsAlsoWhenTheyFail() {
        for (int n = 0; n < 5; n++) {
            assertThatThrownBy(() -> read("select 42 / 0").await().atMost(PATIENCE))
                    .hasMessageContaining("division by zero");
        }
        assertThat(read("select 42").await().atMost(PATIENCE)).isEqualTo(42);
    }

    private Uni<Integer> read(String sql) {
        return new Lanes(vertx, 1)
                .run(
                        0,
                        () -> reads.run(session -> {
                            begun.incrementAndGet();
                            return Sql.of(session, sql).rows().map(rows -> (Integer) rows.getFirst()[0]);
                        }));
    }
}
