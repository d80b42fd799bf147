package dev.mitchbot.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Rows of several guilds, turned into one array a column, as {@code unnest} takes them.
 *
 * @param guilds the guild of each row
 */
public record Columns<T>(List<Long> guilds, List<T> rows) {
    /** All rows that the guilds have of a kind. */
    public static <G, T> Columns<T> of(
            Collection<G> guilds, ToLongFunction<G> idOf, Function<G, ? extends Iterable<T>> rowsOf) {
        Columns<T> columns = empty();
        for (G guild : guilds) {
            rowsOf.apply(guild).forEach(row -> columns.add(idOf.applyAsLong(guild), row));
        }
        return columns;
    }

    /** Columns to be filled. */
    public static <T> Columns<T> empty() {
        return new Columns<>(new ArrayList<>(), new ArrayList<>());
    }

    /** One more row. */
    public void add(long guildId, T row) {
        guilds.add(guildId);
        rows.add(row);
    }

    /** The rows of one guild. */
    public List<T> of(long guildId) {
        List<T> own = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (guilds.get(i) == guildId) {
                own.add(rows.get(i));
            }
        }
        return own;
    }

    /** Whether there are no rows. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** How many rows there are, of all guilds together. */
    public int size() {
        return rows.size();
    }

    /** The column of the guilds. */
    public Long[] guildIds() {
        return guilds.toArray(Long[]::new);
    }

    /** A column of numbers, none of them null. */
    public Long[] longs(ToLongFunction<T> value) {
        Long[] column = new Long[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.applyAsLong(rows.get(i));
        }
        return column;
    }

    /** A column that may hold null, which is what the database calls nothing. */
    public Long[] optionalLongs(Function<T, Long> value) {
        return rows.stream().map(value).toArray(Long[]::new);
    }

    /** A column of texts; it may hold null. */
    public String[] texts(Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
