package dev.mitchbot.e2e;

import dev.mitchbot.infra.stack.Stack;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The games' table, read past the service. */
record PlayedGames(Stack stack) {
    /** A game as the games remember it. */
    record Game(String player, String status, long stake, long payout) {
        boolean isOver() {
            return List.of("ENDED", "REFUSED", "RETURNED").contains(status);
        }

        /** What the player's wallet must have gained or lost. */
        long change() {
            return status.equals("ENDED") ? payout - stake : 0;
        }
    }

    List<Game> of(String guildId) {
        var games = stack.database("games");
        try (var connection = DriverManager.getConnection(stack.jdbcUrl("games"), games.owner(), games.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select player_id, status, stake, payout from games where guild_id = "
                        + Long.parseLong(guildId))) {
            var found = new ArrayList<Game>();
            while (rows.next()) {
                found.add(new Game(rows.getString(1), rows.getString(2), rows.getLong(3), rows.getLong(4)));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
