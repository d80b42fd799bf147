package dev.mitchbot.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SupervisorTest {
    @Test
    void waitsLongerAfterEachDeathUpToHalfAMinute() {
        assertThat(IntStream.rangeClosed(1, Supervisor.TRIES).mapToObj(Supervisor::pause))
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(8),
                        Duration.ofSeconds(16),
                        Duration.ofSeconds(30));
    }
}
