package dev.mitchbot.e2e;

import dev.mitchbot.infra.stack.Stack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A service's own database, read past the service. */
record ServiceDatabase(Stack stack, String service) {
    Connection connect() {
        var database = stack.database(service);
        try {
            return DriverManager.getConnection(stack.jdbcUrl(service), database.owner(), database.password());
        } catch (SQLException e) {
            throw new IllegalStateException(service, e);
        }
    }

    /** The first column of every row. */
    List<String> texts(String query) {
        try (Connection connection = connect()) {
            return texts(connection, query);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** The same for who looks often: a connection costs much more than a look. */
    static List<String> texts(Connection connection, String query) {
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
}
