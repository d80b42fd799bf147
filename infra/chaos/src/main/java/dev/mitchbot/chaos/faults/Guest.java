package dev.mitchbot.chaos.faults;

import dev.mitchbot.chaos.plan.PlannedFault;
import dev.mitchbot.chaos.stage.Stage;
import dev.mitchbot.infra.stack.ServiceProcess;

/** One more economy takes over half of the partitions, and gives them back politely or by its death. */
record Guest(Stage stage) implements Fault {
    @Override
    public void strike(PlannedFault planned) {
        ServiceProcess guest = stage.stack().join("economy");
        try {
            Stage.pause(planned.lasts());
            if (planned.target().endsWith("kill -9")) {
                guest.kill();
            }
        } finally {
            guest.stop();
        }
    }
}
