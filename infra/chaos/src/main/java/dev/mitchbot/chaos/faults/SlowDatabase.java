package dev.mitchbot.chaos.faults;

import dev.mitchbot.chaos.plan.PlannedFault;
import dev.mitchbot.chaos.stage.Stage;
import java.time.Duration;
import java.util.Random;

/** Every packet between the economy and its database is late. */
record SlowDatabase(Stage stage) implements Fault {
    private static final int SHORTEST_MS = 20;
    private static final int LONGEST_MS = 300;

    @Override
    public void strike(PlannedFault planned) {
        int delay = new Random(planned.seed()).nextInt(SHORTEST_MS, LONGEST_MS);
        stage.timeline().note("#" + planned.number() + " delays each packet by " + delay + " ms");
        stage.delayDatabase(Duration.ofMillis(delay));
        try {
            Stage.pause(planned.lasts());
        } finally {
            stage.delayDatabase(Duration.ZERO);
        }
    }
}
