package dev.mitchbot.messaging;

import com.fasterxml.jackson.core.JacksonException;
import io.smallrye.mutiny.CompositeException;
import io.vertx.pgclient.PgException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.hibernate.NonUniqueObjectException;
import org.hibernate.PropertyValueException;

/** Tells what may go away by itself from what will not. */
public final class Failures {
    /** SQLSTATE classes that say nothing about the messages in the batch. */
    private static final Set<String> ENVIRONMENT_CLASSES = Set.of("08", "28", "53", "55", "57", "58", "XX");

    /** Nor do these: no write allowed, a transaction out of time, no such database, no privilege. */
    private static final Set<String> ENVIRONMENT_CODES = Set.of("25006", "25P03", "25P04", "3D000", "42501");

    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "23505");

    /** What code throws that is wrong, or that finds what it cannot read. */
    private static final List<Class<? extends Exception>> MISTAKES = List.of(
            IllegalArgumentException.class,
            IllegalStateException.class,
            NullPointerException.class,
            ClassCastException.class,
            IndexOutOfBoundsException.class,
            NoSuchElementException.class,
            ArithmeticException.class,
            UnsupportedOperationException.class,
            DateTimeException.class,
            JacksonException.class);

    /** What says nothing by itself. */
    private static final List<Class<? extends Exception>> WRAPPERS = List.of(
            CompletionException.class, ExecutionException.class, CompositeException.class, UncheckedIOException.class);

    /** Those who speak with the database and the broker: what they throw may come of a lost connection. */
    private static final List<String> GO_BETWEENS =
            List.of("io.vertx.", "io.netty.", "org.hibernate.", "org.apache.kafka.", "io.quarkus.");

    private static final List<String> OF_THE_JDK = List.of("java.", "javax.", "jdk.", "sun.");

    private Failures() {}

    /** What to do after a failed transaction. */
    enum Kind {
        /** Somebody else was faster; load again. */
        CONFLICT,
        /** The database is away or overloaded; wait and try again. */
        ENVIRONMENT,
        /** A message of the batch cannot be handled; find out which. */
        MESSAGE
    }

    /** Whether it lies with a message: tried again, it fails again. */
    public static boolean isOfAMessage(Throwable failure) {
        return kindOf(failure) == Kind.MESSAGE || isDefect(failure);
    }

    static Kind kindOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case StaleRowsException stale -> {
                    return Kind.CONFLICT;
                }
                case PgException database -> {
                    return kindOf(database.getSqlState());
                }
                // What PostgreSQL says to a statement, as Hibernate Reactive passes it on; its word on a commit comes
                // as it is.
                case SQLException database -> {
                    return kindOf(database.getSQLState());
                }
                // Of one batch two rows with one key, or a row without what it needs: PostgreSQL was not even asked.
                case NonUniqueObjectException twice -> {
                    return Kind.MESSAGE;
                }
                case PropertyValueException missing -> {
                    return Kind.MESSAGE;
                }
                case UndecidableException undecidable -> {
                    return Kind.MESSAGE;
                }
                case DefectException defect -> {
                    return Kind.MESSAGE;
                }
                case UnreadableInboxException unreadable -> {
                    return Kind.MESSAGE;
                }
                default -> {}
            }
        }
        // Neither a decision nor PostgreSQL's word on a statement: connection lost, pool exhausted, time-out.
        return Kind.ENVIRONMENT;
    }

    /**
     * Whether our own code is wrong, or cannot read what it once wrote, which no waiting mends. Anything in the chain that
     * may come of the environment says no.
     */
    static boolean isDefect(Throwable failure) {
        boolean found = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isOneOf(MISTAKES, cause) && !isThrownByAGoBetween(cause)) {
                found = true;
            } else if (!isOneOf(WRAPPERS, cause)) {
                return false;
            }
        }
        return found;
    }

    /** Whether a message that failed so has changed nothing, as far as anybody knows. */
    static boolean leavesAllAsItWas(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableInboxException) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOneOf(List<Class<? extends Exception>> types, Throwable failure) {
        return types.stream().anyMatch(type -> type.isInstance(failure));
    }

    private static boolean isThrownByAGoBetween(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> OF_THE_JDK.stream().noneMatch(name::startsWith))
                .findFirst()
                .filter(name -> GO_BETWEENS.stream().anyMatch(name::startsWith))
                .isPresent();
    }

    private static Kind kindOf(String sqlState) {
        if (sqlState == null || sqlState.length() != 5 || ENVIRONMENT_CODES.contains(sqlState)) {
            return Kind.ENVIRONMENT;
        }
        if (CONFLICTS.contains(sqlState)) {
            return Kind.CONFLICT;
        }
        return ENVIRONMENT_CLASSES.contains(sqlState.substring(0, 2)) ? Kind.ENVIRONMENT : Kind.MESSAGE;
    }

    /** A handler threw; the batch is rolled back and taken apart. */
    static final class UndecidableException extends RuntimeException {
        UndecidableException(Message message, RuntimeException cause) {
            super("%s %s: %s".formatted(message.event().type(), message.event().id(), cause), cause);
        }
    }

    /** Our own code failed between two statements; the batch is rolled back and taken apart. */
    static final class DefectException extends RuntimeException {
        DefectException(Throwable cause) {
            super(cause.toString(), cause);
        }
    }

    /** A message that was handled before, and nobody can read any more what it caused. */
    static final class UnreadableInboxException extends RuntimeException {
        UnreadableInboxException(Throwable cause) {
            super(cause.toString(), cause);
        }
    }
}
