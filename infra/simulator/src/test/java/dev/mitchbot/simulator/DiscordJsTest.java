package dev.mitchbot.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.simulator.openapi.Conformance;
import dev.mitchbot.simulator.openapi.DiscordDescription;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A client that others wrote, for another language: discord.js, as npm has it. */
class DiscordJsTest {
    private static final int STEPS = 27;

    private static Conformance conformance;
    private static List<JsonObject> steps;

    @BeforeAll
    static void letItRun() throws IOException, InterruptedException {
        NodeClients.install();
        try (var simulator = Simulator.start(SimulatorConfig.onFreePort())) {
            conformance = Conformance.listeningTo(simulator);
            steps = NodeClients.run("client.mjs", simulator);
        }
    }

    @TestFactory
    Stream<DynamicTest> does() {
        return steps.stream()
                .map(step -> DynamicTest.dynamicTest(
                        step.getString("step"),
                        () -> assertThat(step.getBoolean("passed"))
                                .as(step.getString("detail"))
                                .isTrue()));
    }

    @Test
    void getsToTheEnd() {
        assertThat(steps).hasSize(STEPS);
    }

    @Test
    void exchangesOnlyWhatDiscordDescribes() {
        var description = DiscordDescription.findOrSkip();
        assertThat(conformance.exchanges()).hasSizeGreaterThan(50);
        assertThat(conformance.flaws(description)).isEmpty();
    }
}
