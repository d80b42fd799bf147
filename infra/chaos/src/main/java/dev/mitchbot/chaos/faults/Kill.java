package dev.mitchbot.chaos.faults;

import dev.mitchbot.chaos.plan.PlannedFault;
import dev.mitchbot.chaos.stage.Stage;
import dev.mitchbot.chaos.stage.Timeline.Outage;
import dev.mitchbot.infra.servers.Server;
import java.time.Duration;
import java.time.Instant;

/** kill -9, and how long it takes until the supervisor has brought the process back to work. */
record Kill(Stage stage) implements Fault {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(90);

    @Override
    public void strike(PlannedFault planned) {
        String process = planned.target();
        Server server = stage.stack().server(process);
        if (!server.isAlive()) {
            throw new IllegalStateException(process + " is dead already");
        }
        Outage outage = stage.timeline().down(process);
        Instant killed = Instant.now();
        server.kill();
        stage.await(process + " works again", BACK_WITHIN, () -> stage.works(process));
        stage.timeline().over(outage);
        stage.recovered(process, killed);
    }
}
