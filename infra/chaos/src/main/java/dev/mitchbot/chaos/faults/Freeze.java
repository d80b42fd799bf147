package dev.mitchbot.chaos.faults;

import dev.mitchbot.chaos.plan.PlannedFault;
import dev.mitchbot.chaos.stage.Stage;
import dev.mitchbot.chaos.stage.Timeline.Outage;
import dev.mitchbot.infra.servers.Server;
import java.time.Duration;

/** SIGSTOP for a while: the process is alive, holds its connections and locks, and says nothing. */
record Freeze(Stage stage) implements Fault {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(90);

    @Override
    public void strike(PlannedFault planned) {
        String process = planned.target();
        Server server = stage.stack().server(process);
        if (!server.isAlive()) {
            throw new IllegalStateException(process + " is dead");
        }
        Outage outage = stage.timeline().down(process);
        server.freeze();
        try {
            Stage.pause(planned.lasts());
        } finally {
            server.resume();
        }
        stage.await(process + " works again", BACK_WITHIN, () -> stage.works(process));
        stage.timeline().over(outage);
    }
}
