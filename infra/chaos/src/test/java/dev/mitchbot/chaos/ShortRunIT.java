package dev.mitchbot.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run that every change has to pass; long ones are made by {@code ./mitchbot chaos}. */
class ShortRunIT {
    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
    private static final Duration TIME = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Its plan kills broker, PostgreSQL and dashboard, freezes a gateway and a service, and sends poison. */
    private static final long SEED = 9;

    private static final int RATE = 20;

    @TempDir
    private Path folder;

    @Test
    void twoMinutesOfFaultsBreakNoPromise() throws InterruptedException {
        List<String> said = new ArrayList<>();
        var result = new ChaosRun(
                        new Options(HOME, folder.resolve("stack"), TIME, SEED, RATE, PATIENCE, Map.of()), said::add)
                .run();

        assertThat(result.violations()).as(String.join("\n", said)).isEmpty();
        assertThat(result.interactions()).isGreaterThan(1_000);
    }
}
