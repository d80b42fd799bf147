package dev.mitchbot.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Discord's own package for bots without a gateway judges the signatures: npm's discord-interactions. */
class DiscordInteractionsTest {
    @BeforeAll
    static void install() throws IOException, InterruptedException {
        NodeClients.install();
    }

    @Test
    void trustsWhatTheSimulatorSigned() throws IOException, InterruptedException {
        try (var simulator = Simulator.start(SimulatorConfig.onFreePort())) {
            var steps = NodeClients.run("endpoint.mjs", simulator);

            assertThat(steps)
                    .hasSize(3)
                    .allSatisfy(step -> assertThat(step.getBoolean("passed"))
                            .as(step.encode())
                            .isTrue());
        }
    }
}
