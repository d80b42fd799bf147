package dev.mitchbot.messaging.rest;

import dev.mitchbot.messaging.rest.Problem.FieldError;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A request's query parameters, read one by one so that every invalid one can be named at once. One that nobody asked
 * for is invalid as well.
 */
public final class Query {
    private static final String SNOWFLAKE = "must be a Discord id";

    /** Well within what PostgreSQL has a time for. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final String TIME = "must be a time from " + EARLIEST + " to " + LATEST;

    private final Set<String> given;
    private final Set<String> asked = new HashSet<>();
    private final List<FieldError> errors = new ArrayList<>();

    Query(Set<String> given) {
        this.given = given;
    }

    /** The parameters of a request, none of them read yet. */
    public static Query of(UriInfo address) {
        return new Query(address.getQueryParameters().keySet());
    }

    /** @throws ProblemException where a request has any query parameter, which it should not */
    public static void requireNone(UriInfo address) {
        of(address).requireValid();
    }

    /** A Discord id; empty where there is none, or where it is invalid, which {@link #requireValid} then says. */
    public Optional<Long> snowflake(String name, String text) {
        return parameter(name, text, Long::parseUnsignedLong, SNOWFLAKE);
    }

    /** A Discord id that is a part of the request's path. */
    public long snowflakeInPath(String name, String text) {
        return read(name, text, Long::parseUnsignedLong, SNOWFLAKE).orElse(0L);
    }

    /** A Discord id that has to be there. */
    public long requiredSnowflake(String name, String text) {
        if (text == null || text.isEmpty()) {
            errors.add(new FieldError(name, "is missing"));
        }
        return snowflake(name, text).orElse(0L);
    }

    /**
     * A time in ISO 8601, from the year 2000 to 9999; empty where there is none, or where it is invalid, which {@link
     * #requireValid} then says.
     */
    public Optional<Instant> instant(String name, String text) {
        return parameter(name, text, Query::time, TIME);
    }

    /** One of an enumeration's names. */
    public <E extends Enum<E>> Optional<E> oneOf(String name, String text, Class<E> type) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        return parameter(name, text, value -> Enum.valueOf(type, value), "must be one of " + String.join(", ", names));
    }

    /** How many items a page is to have; the usual number where nothing, or nothing valid, is said. */
    public int limit(String text) {
        return parameter("limit", text, Page::limit, Page.LIMITS).orElse(Page.USUAL);
    }

    /** @param length how many numbers the list is sorted by */
    public Optional<Cursor> cursor(String text, int length) {
        return parameter("cursor", text, value -> Cursor.decode(value, length), Cursor.FORM);
    }

    /** @throws ProblemException where any parameter is invalid, missing or unknown; it names every one */
    public void requireValid() {
        given.stream()
                .filter(name -> !asked.contains(name))
                .sorted()
                .forEach(name -> errors.add(new FieldError(name, "is not known here")));
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.invalid(errors));
        }
    }

    private static Instant time(String text) {
        Instant time = Instant.parse(text);
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new IllegalArgumentException(TIME);
        }
        return time;
    }

    private <T> Optional<T> parameter(String name, String text, Function<String, T> reader, String form) {
        asked.add(name);
        return read(name, text, reader, form);
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
