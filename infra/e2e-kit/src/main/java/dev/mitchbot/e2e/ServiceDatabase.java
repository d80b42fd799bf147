package dev.mitchbot.e2e;

import dev.mitchbot.infra.stack.Stack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A service's own database, read past the service over one connection: opening one costs much more than a look. */
final class ServiceDatabase implements AutoCloseable {
    private final Connection connection;

    ServiceDatabase(Stack stack, String service) {
        var database = stack.database(service);
        try {
            connection = DriverManager.getConnection(stack.jdbcUrl(service), database.owner(), database.password());
        } catch (SQLException e) {
            throw new IllegalStateException(service, e);
        }
    }

    /** The first column of every row. */
    List<String> texts(String query) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
