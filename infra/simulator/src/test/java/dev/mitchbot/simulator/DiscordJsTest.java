package dev.mitchbot.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.mitchbot.simulator.openapi.Conformance;
import dev.mitchbot.simulator.openapi.DiscordDescription;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A client that others wrote, for another language: discord.js, as npm has it. */
class DiscordJsTest {
    private static final Path SOURCES = Path.of("src/test/discordjs");
    private static final Path FOLDER = Path.of("target/discordjs");
    private static final int STEPS = 27;

    private static Conformance conformance;
    private static List<JsonObject> steps;

    @BeforeAll
    static void letItRun() throws IOException, InterruptedException {
        install();
        try (var simulator = Simulator.start(SimulatorConfig.onFreePort())) {
            conformance = Conformance.listeningTo(simulator);
            String said = run(
                    FOLDER, "node", "client.mjs", "http://127.0.0.1:" + simulator.port(), SimulatorConfig.DEMO_TOKEN);
            steps = said.lines()
                    .filter(line -> line.startsWith("{"))
                    .map(JsonObject::new)
                    .toList();
            assertThat(steps).as(said).isNotEmpty();
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
        var description = DiscordDescription.find();
        assumeThat(description).as("Discord\'s API description").isPresent();
        assertThat(conformance.exchanges()).hasSizeGreaterThan(50);
        assertThat(conformance.flaws(description.orElseThrow())).isEmpty();
    }

    private static void install() throws IOException, InterruptedException {
        Skipping.unless(isInstalled("node") && isInstalled("npm"), "Node.js is missing: discord.js is not tried");
        Files.createDirectories(FOLDER);
        try (var sources = Files.list(SOURCES)) {
            for (Path source : sources.toList()) {
                Files.copy(source, FOLDER.resolve(source.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        boolean installed = exitCode(FOLDER, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund") == 0;
        Skipping.unless(installed, "npm could not fetch discord.js: it is not tried");
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static int exitCode(Path folder, String... command) throws IOException, InterruptedException {
        Process process = start(
                folder,
                command,
                ProcessBuilder.Redirect.to(folder.resolve("npm.log").toFile()));
        return process.waitFor(3, TimeUnit.MINUTES) ? process.exitValue() : end(process);
    }

    private static String run(Path folder, String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("client.log");
        Process process = start(folder, command, ProcessBuilder.Redirect.to(output.toFile()));
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            end(process);
        }
        return Files.readString(output);
    }

    private static Process start(Path folder, String[] command, ProcessBuilder.Redirect output) throws IOException {
        return new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
    }

    private static int end(Process process) {
        process.destroyForcibly();
        return -1;
    }
}
