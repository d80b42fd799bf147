package dev.mitchbot.economy.rest;

import dev.mitchbot.economy.ledger.Reason;
import dev.mitchbot.messaging.rest.Cursor;
import dev.mitchbot.messaging.rest.Page;
import dev.mitchbot.messaging.rest.Problem;
import dev.mitchbot.messaging.rest.Problem.FieldError;
import dev.mitchbot.messaging.rest.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A request's query parameters, read one by one so that every invalid one can be named at once. */
final class Query {
    private final List<FieldError> errors = new ArrayList<>();

    Optional<Long> snowflake(String name, String text) {
        return read(name, text, Long::parseUnsignedLong, "must be a Discord id");
    }

    Optional<Instant> instant(String name, String text) {
        return read(name, text, Instant::parse, "must be a time such as 2026-01-31T18:00:00Z");
    }

    Optional<String> reason(String text) {
        return read(
                "reason",
                text,
                name -> Reason.valueOf(name).name(),
                "must be one of "
                        + String.join(
                                ", ",
                                Arrays.stream(Reason.values()).map(Enum::name).toList()));
    }

    int limit(String text) {
        return read("limit", text, Page::limit, Page.LIMITS).orElse(Page.USUAL);
    }

    Optional<Cursor> cursor(String text, int length) {
        return read("cursor", text, given -> Cursor.decode(given, length), Cursor.FORM);
    }

    void requireValid() {
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.invalid(errors));
        }
    }

    private <T> Optional<T> read(String name, String text, Function<String, T> reader, String form) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            errors.add(new FieldError(name, form));
            return Optional.empty();
        }
    }
}
