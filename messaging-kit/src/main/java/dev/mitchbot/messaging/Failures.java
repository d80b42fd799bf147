package dev.mitchbot.messaging;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.Set;

/** Tells what may go away by itself from what will not. */
final class Failures {
    /** SQLSTATE classes and codes that say nothing about the messages in the batch. */
    private static final Set<String> ENVIRONMENT_CLASSES = Set.of("08", "53", "55", "57", "58", "XX");

    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "23505");

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
                case UndecidableException undecidable -> {
                    return Kind.MESSAGE;
                }
                default -> {}
            }
        }
        // Neither a decision nor PostgreSQL's word on a statement: connection lost, pool exhausted, time-out.
        return Kind.ENVIRONMENT;
    }

    private static Kind kindOf(String sqlState) {
        if (sqlState == null || sqlState.length() != 5 || sqlState.equals("25P03") || sqlState.equals("25P04")) {
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
}
