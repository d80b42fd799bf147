package dev.mitchbot.messaging.rest;

import dev.mitchbot.messaging.rest.Problem.FieldError;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A request's query parameters, read one by one so that every invalid one can be named at once. */
public final class Query {
    private final List<FieldError> errors = new ArrayList<>();

    public Optional<Long> snowflake(String name, String text) {
        return read(name, text, Long::parseUnsignedLong, "must be a Discord id");
    }

    /** A Discord id that has to be there. */
    public long requiredSnowflake(String name, String text) {
        if (text == null || text.isEmpty()) {
            errors.add(new FieldError(name, "is missing"));
        }
        return snowflake(name, text).orElse(0L);
    }

    public Optional<Instant> instant(String name, String text) {
        return read(name, text, Instant::parse, "must be a time such as 2026-01-31T18:00:00Z");
    }

    /** One of an enumeration's names. */
    public <E extends Enum<E>> Optional<E> oneOf(String name, String text, Class<E> type) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        return read(name, text, given -> Enum.valueOf(type, given), "must be one of " + String.join(", ", names));
    }

    public int limit(String text) {
        return read("limit", text, Page::limit, Page.LIMITS).orElse(Page.USUAL);
    }

    /** @param length how many numbers the list is sorted by */
    public Optional<Cursor> cursor(String text, int length) {
        return read("cursor", text, given -> Cursor.decode(given, length), Cursor.FORM);
    }

    /** @throws ProblemException where any parameter is invalid; it names every one */
    public void requireValid() {
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
