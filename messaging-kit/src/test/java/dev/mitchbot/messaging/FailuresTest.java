package dev.mitchbot.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import dev.mitchbot.messaging.Failures.DefectException;
import dev.mitchbot.messaging.Failures.Kind;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.hibernate.HibernateException;
import org.hibernate.NonUniqueObjectException;
import org.hibernate.PropertyValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {
    static Stream<Exception> defects() {
        return Stream.of(
                new IllegalArgumentException("no enum constant"),
                new NumberFormatException("for input string"),
                new IllegalStateException("rows that this version cannot read"),
                new NullPointerException(),
                new ClassCastException(),
                new IndexOutOfBoundsException(7),
                new NoSuchElementException(),
                new ArithmeticException("/ by zero"),
                new UnsupportedOperationException(),
                new DateTimeException("no date"),
                new IllegalStateException("unreadable", new JsonParseException(null, "no JSON")),
                new UncheckedIOException(new JsonParseException(null, "no JSON")),
                new CompletionException(new NullPointerException()));
    }

    static Stream<Exception> failuresOfTheEnvironment() {
        return Stream.of(
                new ConnectException("refused"),
                new java.util.concurrent.TimeoutException(),
                new TimeoutException(),
                new VertxException("pool"),
                new KafkaException("broker"),
                new HibernateException("session"),
                new PersistenceException("session"),
                new PersistenceException(new IllegalArgumentException("within Hibernate")),
                new IllegalStateException("wraps", new IOException("connection reset")),
                new IllegalArgumentException(new CompletionException(new VertxException("closed"))),
                new CompletionException(new IllegalStateException(new KafkaException("broker"))),
                new RuntimeException("of nobody knows whom"),
                new PgException("terminating connection", "FATAL", "57P01", ""));
    }

    @ParameterizedTest
    @MethodSource("defects")
    void waitsForNothingWhereOurOwnCodeIsWrong(Exception failure) {
        assertThat(Failures.isDefect(failure)).isTrue();
        assertThat(Failures.kindOf(new CompletionException(new DefectException(failure))))
                .isEqualTo(Kind.MESSAGE);
    }

    @ParameterizedTest
    @MethodSource("failuresOfTheEnvironment")
    void waitsForTheEnvironment(Exception failure) {
        assertThat(Failures.isDefect(failure)).isFalse();
        assertThat(Failures.kindOf(failure)).isEqualTo(Kind.ENVIRONMENT);
    }

    @Test
    void waitsWhereWhoSpeaksWithTheDatabaseThrowsAsOurOwnCodeWould() {
        var closed = new IllegalStateException("Session is closed");
        closed.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("java.util.Objects", "requireNonNull", null, 1),
            new StackTraceElement("org.hibernate.reactive.session.Session", "find", null, 2),
            new StackTraceElement("dev.mitchbot.economy.store.AccountsTable", "load", null, 3)
        });

        assertThat(Failures.isDefect(closed)).isFalse();
        assertThat(Failures.isDefect(new IllegalStateException("wraps", closed)))
                .isFalse();
        assertThat(Failures.kindOf(closed)).isEqualTo(Kind.ENVIRONMENT);
    }

    @Test
    void findsOutWhoseRowsAreRefusedBeforeTheDatabaseIsAsked() {
        var twice = new PersistenceException(new NonUniqueObjectException("already associated", 7L, "AuditEntry"));

        assertThat(Failures.kindOf(twice)).isEqualTo(Kind.MESSAGE);
        assertThat(Failures.kindOf(new PropertyValueException("not-null property", "AuditEntry", "deed")))
                .isEqualTo(Kind.MESSAGE);
    }

    /** A demoted primary, a changed password, a database or a privilege that is gone, a transaction out of time. */
    @ParameterizedTest
    @ValueSource(strings = {"25006", "28000", "28P01", "3D000", "42501", "25P03", "25P04"})
    void waitsWhereTheDatabaseWouldRefuseAnyMessage(String sqlState) {
        assertThat(Failures.kindOf(new PgException("refused", "FATAL", sqlState, "")))
                .isEqualTo(Kind.ENVIRONMENT);
        assertThat(Failures.kindOf(new PersistenceException(new SQLException("refused", sqlState))))
                .isEqualTo(Kind.ENVIRONMENT);
    }

    /** It may stand for a transaction that has been committed. */
    @Test
    void triesAgainWhatOurOwnCodeThrowsOutsideOfATransaction() {
        assertThat(Failures.kindOf(new IllegalStateException("stopped"))).isEqualTo(Kind.ENVIRONMENT);
    }

    @Test
    void leavesItToTheDatabaseWhatItsWordMeans() {
        var conflict = new IllegalStateException(new SQLException("serialization", "40001"));
        var refused = new PersistenceException(new SQLException("invalid byte sequence", "22021"));

        assertThat(Failures.isDefect(conflict)).isFalse();
        assertThat(Failures.kindOf(conflict)).isEqualTo(Kind.CONFLICT);
        assertThat(Failures.isDefect(refused)).isFalse();
        assertThat(Failures.kindOf(refused)).isEqualTo(Kind.MESSAGE);
        assertThat(Failures.isDefect(new StaleRowsException("accounts", 1, 0))).isFalse();
    }
}
