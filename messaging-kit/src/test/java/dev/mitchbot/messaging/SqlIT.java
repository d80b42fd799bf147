package dev.mitchbot.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.Assertions;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SqlIT {
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

    @Test
    void failsWithWhatPostgresSays() {
        Assertions.assertThatThrownBy(
                        () -> run(session -> Sql.of(session, "select 1 / 0").rows()))
                .satisfies(failure -> assertThat(sqlState(failure)).isEqualTo("22012"));
    }

    private static String sqlState(Throwable failure) {
        return failure instanceof PgException database ? database.getSqlState() : sqlState(failure.getCause());
    }

    private <T> T run(Function<Mutiny.Session, Uni<T>> work) {
        return new Lanes(vertx, 1)
                .run(0, () -> sessions.withTransaction(work))
                .await()
                .atMost(Duration.ofSeconds(20));
    }
}
