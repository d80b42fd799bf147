package dev.mitchbot.messaging.suite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** The tests' own look at a service's tables. A service's tests make it a bean. */
public class Database {
    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([a-zA-Z]\\w*)");
    private static final Pattern PAGES = Pattern.compile("(?:hit|read)=(\\d+)");
    private static final Pattern IN_VAIN = Pattern.compile("Rows Removed by Filter: (\\d+)");

    /** The first column of the first row, 0 where there is none. */
    public long number(String query, Object... parameters) {
        return texts(query, parameters).stream()
                .findFirst()
                .map(Long::parseLong)
                .orElse(0L);
    }

    /** The first column of every row. */
    public List<String> texts(String query, Object... parameters) {
        try (var connection = connect();
                var statement = prepare(connection, query, parameters);
                var rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String change, Object... parameters) {
        try (var connection = connect();
                var statement = prepare(connection, change, parameters)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes a lock and holds it until that is closed. */
    public Held hold(String lock) {
        try {
            Connection connection = connect();
            connection.createStatement().execute(lock);
            return connection::close;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A lock that is held. */
    @FunctionalInterface
    public interface Held extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    /** How PostgreSQL carries out a REST read, and what that takes: as on a service's connection, with the plan for any values. */
    public Plan plan(String sql, Map<String, ?> parameters) {
        List<String> values = new ArrayList<>();
        String numbered = PARAMETER.matcher(sql).replaceAll(found -> {
            values.add("'" + parameters.get(found.group(1)) + "'");
            return "\\$" + values.size();
        });
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "set enable_seqscan = off; set enable_sort = off; set plan_cache_mode = force_generic_plan");
            statement.execute("prepare asked as " + numbered);
            var rows = statement.executeQuery(
                    "explain (analyze, buffers, costs off, timing off, summary off) execute asked("
                            + String.join(", ", values) + ")");
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return new Plan(lines);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param lines as PostgreSQL words them */
    public record Plan(List<String> lines) {
        /** Pages of 8 KiB that were read, in memory or from the disk. */
        public long pages() {
            return lines.stream()
                    .filter(line -> line.contains("Buffers: shared"))
                    .limit(1)
                    .flatMap(line -> PAGES.matcher(line).results())
                    .mapToLong(pages -> Long.parseLong(pages.group(1)))
                    .sum();
        }

        /** Rows that were looked at in vain. */
        public long inVain() {
            return lines.stream()
                    .flatMap(line -> IN_VAIN.matcher(line).results())
                    .mapToLong(rows -> Long.parseLong(rows.group(1)))
                    .sum();
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                setting("quarkus.datasource.jdbc.url"),
                setting("quarkus.datasource.username"),
                setting("quarkus.datasource.password"));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
