package dev.mitchbot.chaos.check;

import dev.mitchbot.chaos.load.Change;
import dev.mitchbot.chaos.load.Deed;
import dev.mitchbot.chaos.stage.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All that is known at the end: what members and the owner did and saw, what the services say, and what was sent to
 * spoil it.
 */
public final class Evidence {
    private static final String MOVEMENTS = """
            select guild_id, message_id, reason,
                   string_agg(account_id || ':' || amount || ':' || balance_after, ',' order by entry_number)
            from entries where reason <> 'OPENING'
            group by guild_id, message_id, reason, transaction_number""";

    private final Stage stage;
    private final List<Deed> deeds;
    private final List<Change> changes;
    private final List<String> poison;
    private final List<String> failedFaults;
    private final Map<String, List<Movement>> movements;

    public Evidence(
            Stage stage, List<Deed> deeds, List<Change> changes, List<String> poison, List<String> failedFaults) {
        this.stage = stage;
        this.deeds = List.copyOf(deeds);
        this.changes = List.copyOf(changes);
        this.poison = List.copyOf(poison);
        this.failedFaults = List.copyOf(failedFaults);
        this.movements = rows("economy", MOVEMENTS).stream()
                .map(row -> Movement.of(row.get(0), row.get(1), row.get(2), row.get(3)))
                .collect(Collectors.groupingBy(Movement::cause));
    }

    Stage stage() {
        return stage;
    }

    List<Deed> deeds() {
        return deeds;
    }

    /** What was changed through the dashboard. */
    List<Change> changes() {
        return changes;
    }

    /** The names of the bad messages that were sent. */
    List<String> poison() {
        return poison;
    }

    /** What the run wanted to break, and was not able to. */
    List<String> failedFaults() {
        return failedFaults;
    }

    /** By what caused them. */
    Map<String, List<Movement>> movements() {
        return movements;
    }

    List<Movement> movementsOf(Deed deed) {
        return movements.getOrDefault(deed.id(), List.of());
    }

    /** The rows of a query on a service's database, as texts. */
    List<List<String>> rows(String service, String query) {
        try (Connection connection = stage.database(service);
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            int columns = found.getMetaData().getColumnCount();
            var rows = new ArrayList<List<String>>();
            while (found.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(found.getString(column)));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
