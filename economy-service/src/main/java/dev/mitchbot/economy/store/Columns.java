package dev.mitchbot.economy.store;

import dev.mitchbot.economy.guild.GuildEconomy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Rows of several guilds, turned into one array a column, as {@code unnest} takes them. */
record Columns<T>(List<Long> guilds, List<T> rows) {
    static <T> Columns<T> of(Collection<GuildEconomy> guilds, Function<GuildEconomy, ? extends Iterable<T>> rowsOf) {
        Columns<T> columns = new Columns<>(new ArrayList<>(), new ArrayList<>());
        for (GuildEconomy guild : guilds) {
            rowsOf.apply(guild).forEach(row -> columns.add(guild.guildId(), row));
        }
        return columns;
    }

    static <T> Columns<T> empty() {
        return new Columns<>(new ArrayList<>(), new ArrayList<>());
    }

    void add(long guildId, T row) {
        guilds.add(guildId);
        rows.add(row);
    }

    /** The rows of one guild. */
    List<T> of(long guildId) {
        List<T> own = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (guilds.get(i) == guildId) {
                own.add(rows.get(i));
            }
        }
        return own;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    int size() {
        return rows.size();
    }

    Long[] guildIds() {
        return guilds.toArray(Long[]::new);
    }

    Long[] longs(ToLongFunction<T> value) {
        Long[] column = new Long[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.applyAsLong(rows.get(i));
        }
        return column;
    }

    /** A column that may hold null, which is what the database calls nothing. */
    Long[] optionalLongs(Function<T, Long> value) {
        return rows.stream().map(value).toArray(Long[]::new);
    }

    String[] texts(Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
