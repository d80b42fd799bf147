package dev.mitchbot.e2e;

import dev.mitchbot.infra.stack.Stack;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A service's own database, read past the service. */
record ServiceDatabase(Stack stack, String service) {
    /** The first column of every row. */
    List<String> texts(String query) {
        var database = stack.database(service);
        try (var connection =
                        DriverManager.getConnection(stack.jdbcUrl(service), database.owner(), database.password());
                var statement = connection.createStatement();
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
