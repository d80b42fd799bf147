package dev.mitchbot.e2e;

import dev.mitchbot.infra.stack.Stack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The economy's ledger, read past the service. */
record Books(Stack stack) {
    /** One leg of a movement. */
    record Entry(String messageId, long transaction, String reason, String account, long amount) {}

    List<String> faults() {
        return read("select guild_id || ': ' || fault from ledger_faults", row -> row.getString(1));
    }

    /** The interactions that moved coins for this reason, once for each movement. */
    List<String> moved(String reason) {
        return read(
                "select message_id from entries where reason = '" + reason
                        + "' group by guild_id, transaction_number, message_id",
                row -> row.getString(1));
    }

    /** The stakes in escrow. */
    List<String> held() {
        return read("select guild_id || ': ' || game_id from holds", row -> row.getString(1));
    }

    /** A guild's whole journal. */
    List<Entry> entries(String guildId) {
        return read(
                "select message_id, transaction_number, reason, account_id, amount from entries where guild_id = "
                        + Long.parseLong(guildId) + " order by entry_number",
                row -> new Entry(row.getString(1), row.getLong(2), row.getString(3), row.getString(4), row.getLong(5)));
    }

    /** Done in the database, as long as the service has no other way to change settings. */
    void switchOff(String guildId) {
        change("insert into guild_settings (guild_id, enabled) values (" + Long.parseLong(guildId) + ", false)");
    }

    private void change(String statement) {
        try (var connection = connect();
                var prepared = connection.prepareStatement(statement)) {
            prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    private <T> List<T> read(String query, Row<T> reader) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private Connection connect() throws SQLException {
        var economy = stack.database("economy");
        return DriverManager.getConnection(stack.jdbcUrl("economy"), economy.owner(), economy.password());
    }

    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
