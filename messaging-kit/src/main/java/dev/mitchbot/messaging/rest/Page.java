package dev.mitchbot.messaging.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a long list.
 *
 * @param next the cursor of the page that follows; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Page<T>(List<T> items, Optional<String> next) {
    /** How many items a page has that nobody asked another number for. */
    public static final int USUAL = 25;

    /** How many items a page has at most. */
    public static final int LARGEST = 100;

    public static final String LIMITS = "must be from 1 to " + LARGEST;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * A page made of one row more than it shows, which tells whether another follows.
     *
     * @param found at most {@code limit + 1} rows
     * @param cursor what the last shown row is found by
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, Cursor> cursor) {
        return of(found, limit, cursor, Optional.empty());
    }

    /**
     * The same of a list that is not looked through at once: the page may show less than asked for, even nothing, while
     * another follows.
     *
     * @param stopped where looking has stopped before the list's end
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, Cursor> cursor, Optional<Cursor> stopped) {
        return found.size() <= limit
                ? new Page<>(found, stopped.map(Cursor::encoded))
                : new Page<>(
                        found.subList(0, limit),
                        Optional.of(cursor.apply(found.get(limit - 1)).encoded()));
    }

    /**
     * A page's size as it was asked for.
     *
     * @throws IllegalArgumentException where it is not within {@link #LIMITS}
     */
    public static int limit(String asked) {
        int limit = Integer.parseInt(asked);
        if (limit < 1 || limit > LARGEST) {
            throw new IllegalArgumentException(LIMITS);
        }
        return limit;
    }

    /** The same page with every item shown another way. */
    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }
}
