package dev.mitchbot.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
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

    private <T> T run(Function<Mutiny.Session, Uni<T>> work) {
        return new Lanes(vertx, 1)
                .run(0, () -> sessions.withTransaction(work))
                .await()
                .atMost(Duration.ofSeconds(20));
    }
}
