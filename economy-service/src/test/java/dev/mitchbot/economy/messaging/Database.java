package dev.mitchbot.economy.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The tests' own look at the economy's tables. */
@Singleton
class Database {
    private final String url;
    private final String user;
    private final String password;

    Database(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    void assertBooksAreRight() {
        assertThat(texts("select guild_id || ': ' || fault from ledger_faults")).isEmpty();
    }

    /** The first column of the first row, 0 where there is none. */
    long number(String query, Object... parameters) {
        return texts(query, parameters).stream()
                .findFirst()
                .map(Long::parseLong)
                .orElse(0L);
    }

    /** The first column of every row. */
    List<String> texts(String query, Object... parameters) {
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

    void execute(String change, Object... parameters) {
        try (var connection = connect();
                var statement = prepare(connection, change, parameters)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes a guild away that a test has damaged, its entries too. */
    void forget(long guildId) {
        execute("alter table entries disable trigger entries_are_immutable");
        for (String table : List.of("entries", "accounts", "books", "holds")) {
            execute("delete from " + table + " where guild_id = ?", guildId);
        }
        execute("alter table entries enable trigger entries_are_immutable");
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
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
