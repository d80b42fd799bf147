package dev.mitchbot.messaging.suite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** The tests' own look at a service's tables. A service's tests make it a bean. */
public class Database {
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
