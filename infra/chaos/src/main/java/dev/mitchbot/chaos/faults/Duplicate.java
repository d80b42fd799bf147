package dev.mitchbot.chaos.faults;

import dev.mitchbot.chaos.plan.PlannedFault;
import dev.mitchbot.chaos.stage.Stage;
import java.util.Map;

/** Discord dispatches every interaction twice for a while. */
record Duplicate(Stage stage) implements Fault {
    @Override
    public void strike(PlannedFault planned) {
        long seconds = Math.max(1, planned.lasts().toSeconds());
        stage.control().post("/faults", Map.of("kind", "duplicate", "seconds", seconds));
        Stage.pause(planned.lasts());
    }
}
