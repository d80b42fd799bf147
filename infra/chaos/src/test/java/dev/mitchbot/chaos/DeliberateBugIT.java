package dev.mitchbot.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.chaos.agent.AgentJar;
import dev.mitchbot.chaos.check.Violation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A harness that never finds anything proves nothing. */
class DeliberateBugIT {
    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long SEED = 1;
    private static final int RATE = 20;

    @TempDir
    private Path folder;

    @Test
    void isFoundWithinTwoMinutes() throws InterruptedException {
        Path agent = AgentJar.write(ForgetfulInbox.class, folder.resolve("forgetful-inbox.jar"));
        List<String> said = new ArrayList<>();
        var result = new ChaosRun(
                        new Options(
                                HOME,
                                folder.resolve("stack"),
                                TIME,
                                SEED,
                                RATE,
                                PATIENCE,
                                Map.of("JAVA_TOOL_OPTIONS", "-javaagent:" + agent)),
                        said::add)
                .run();

        assertThat(result.violations())
                .extracting(Violation::check)
                .contains(
                        "Every effect happened exactly once, or not at all where the member was told so",
                        "Every change that the dashboard confirmed stands, in its order, and once in the audit trail beside all that was done");
        assertThat(String.join("\n", said)).contains("Seed " + SEED, "VIOLATION of: ");
    }
}
