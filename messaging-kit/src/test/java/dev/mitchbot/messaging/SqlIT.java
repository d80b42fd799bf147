package dev.mitchbot.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SqlIT {
    /** Two messages with one id, which the inbox does not take. */
    private static final String TWINS = """
            create temporary table inbox_twins on commit drop as
            select 1 as guild_id, 'twin' as message_id, 1 as payload_hash, cast('[]' as json) as caused,
                   cast(null as json) as response, true as published, now() as handled_at
            from generate_series(1, 2)""";

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Vertx vertx;

    @Test
    void setsAParameterWhereverItStandsAndLeavesOtherColonsAlone() {
        List<Object[]> rows = run(session -> Sql.of(
                        session,
                        "select cast(:number as bigint) + cast(:number as bigint), '12:30', '7'::int, cast(:nothing as text)")
                .set("number", 21L)
                .set("nothing", null)
                .rows());

        assertThat(rows).singleElement().isEqualTo(new Object[] {42L, "12:30", 7, null});
    }

    @Test
    void takesArraysAndTellsHowManyRowsChanged() {
        int changed = run(session -> Sql.of(session, "create temporary table numbers (n bigint) on commit drop")
                .update()
                .chain(() -> Sql.of(session, "insert into numbers select * from unnest(cast(:numbers as bigint[]))")
                        .set("numbers", new Long[] {1L, 2L, 3L})
                        .update()));

        assertThat(changed).isEqualTo(3);
    }

    @Test
    void namesTheParameterThatHasNoValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(session ->
                        Sql.of(session, "select cast(:forgotten as text)").rows()))
                .withMessageContaining(":forgotten");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select 1 / 0 | MESSAGE",
                "select cast(chr(65) as bigint) | MESSAGE",
                "insert into inbox select * from inbox_twins | CONFLICT",
                "select pg_terminate_backend(pg_backend_pid()) | ENVIRONMENT",
            })
    void failsWithWhatPostgresSays(String statement, Failures.Kind kind) {
        assertThatThrownBy(() -> run(session -> Sql.of(session, TWINS)
                        .update()
                        .chain(() -> Sql.of(session, statement).update())))
                .satisfies(failure -> assertThat(Failures.kindOf(failure)).isEqualTo(kind));
    }

    @Test
    void eachOfPipelinedStatementsSeesWhatThoseBeforeItHaveDone() {
        List<Object[]> rows = new ArrayList<>();

        run(session -> Sql.pipelined(
                Sql.of(session, "create temporary table steps (n bigint) on commit drop")
                        .update(),
                Sql.of(session, "insert into steps values (1), (2)").update(),
                Sql.of(session, "update steps set n = n * 10").update(),
                Sql.of(session, "select n from steps order by n").rows().invoke(rows::addAll)));

        assertThat(rows).containsExactly(new Object[] {10L}, new Object[] {20L});
    }

    @Test
    void ofPipelinedStatementsTheFirstThatFailsIsToldAndNothingTakesEffect() {
        String add = "insert into inbox values (1, 'pipelined', 1, '[]', null, true)";

        assertThatThrownBy(() -> run(session -> Sql.pipelined(
                        Sql.of(session, add).update(),
                        Sql.of(session, "select 1 / 0").rows(),
                        Sql.of(session, "select cast(chr(65) as bigint)").rows(),
                        Sql.of(session, add).update())))
                .hasMessageContaining("division by zero");

        List<Object[]> stored = run(session -> Sql.of(session, "select 1 from inbox where message_id = 'pipelined'")
                .rows());
        assertThat(stored).isEmpty();
    }

    /** What one of them has found wrong is known only after the others have come back. */
    @Test
    void ofPipelinedStatementsNoneIsUnderWayAnyMoreWhenOneHasFailed() {
        AtomicBoolean back = new AtomicBoolean();

        assertThatThrownBy(() -> run(session -> Sql.pipelined(
                                Sql.of(session, "select 1").rows().invoke(rows -> {
                                    throw new StaleRowsException("ones", 2, 1);
                                }),
                                Sql.of(session, "select pg_sleep(0.3)").rows().invoke(() -> back.set(true)))
                        .onFailure()
                        .invoke(() -> assertThat(back).isTrue())))
                .isInstanceOf(StaleRowsException.class);
    }

    private <T> T run(Function<Mutiny.Session, Uni<T>> work) {
        return new Lanes(vertx, 1)
                .run(0, () -> sessions.withTransaction(work))
                .await()
                .atMost(Duration.ofSeconds(20));
    }
}
