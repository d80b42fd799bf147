package dev.mitchbot.chaos.faults;

import dev.mitchbot.chaos.load.Guild;
import dev.mitchbot.chaos.plan.PlannedFault;
import dev.mitchbot.chaos.stage.Stage;
import java.sql.SQLException;
import java.util.List;

/** Somebody else keeps a guild's books locked, for longer than the economy waits for a lock. */
record HeldLocks(Stage stage, List<Guild> guilds) implements Fault {
    @Override
    public void strike(PlannedFault planned) throws SQLException {
        Guild guild = guilds.get(Integer.parseInt(planned.target().replaceAll("\\D+", "")));
        try (var connection = stage.database("economy");
                var lock = connection.prepareStatement("select 1 from books where guild_id = ? for update")) {
            connection.setAutoCommit(false);
            lock.setLong(1, Long.parseLong(guild.id()));
            lock.execute();
            Stage.pause(planned.lasts());
            connection.rollback();
        }
    }
}
