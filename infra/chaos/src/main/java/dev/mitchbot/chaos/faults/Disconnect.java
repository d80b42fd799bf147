package dev.mitchbot.chaos.faults;

import dev.mitchbot.chaos.plan.PlannedFault;
import dev.mitchbot.chaos.stage.Stage;
import java.time.Duration;
import java.util.Map;

/** Discord closes every gateway connection at once. */
record Disconnect(Stage stage) implements Fault {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(60);

    @Override
    public void strike(PlannedFault planned) {
        var outages = Stage.GATEWAYS.stream().map(stage.timeline()::down).toList();
        stage.control().post("/faults", Map.of("kind", "disconnect"));
        stage.await("a gateway is connected", BACK_WITHIN, () -> stage.control().gatewaySessions() > 0);
        outages.forEach(stage.timeline()::over);
    }
}
