package dev.mitchbot.e2e;

import dev.mitchbot.infra.stack.Stack;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The economy's ledger, read past the service. */
record Books(Stack stack) {
    List<String> faults() {
        return texts("select guild_id || ': ' || fault from ledger_faults");
    }

    /** The interactions that moved coins for this reason, once for each movement. */
    List<String> moved(String reason) {
        return texts("select message_id from entries where reason = '" + reason
                + "' group by guild_id, transaction_number, message_id");
    }

    private List<String> texts(String query) {
        var economy = stack.database("economy");
        try (var connection =
                        DriverManager.getConnection(stack.jdbcUrl("economy"), economy.owner(), economy.password());
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
