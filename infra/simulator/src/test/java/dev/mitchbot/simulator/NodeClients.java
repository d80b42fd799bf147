package dev.mitchbot.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs for Node.js that speak to a simulator with what others published, and say of each step how it went. */
final class NodeClients {
    private static final Path SOURCES = Path.of("src/test/discordjs");
    private static final Path FOLDER = Path.of("target/discordjs");

    private NodeClients() {}

    static List<JsonObject> run(String program, Simulator simulator) throws IOException, InterruptedException {
        String said = run(FOLDER, "node", program, "http://127.0.0.1:" + simulator.port(), SimulatorConfig.DEMO_TOKEN);
        var steps = said.lines()
                .filter(line -> line.startsWith("{"))
                .map(JsonObject::new)
                .toList();
        assertThat(steps).as(said).isNotEmpty();
        return steps;
    }

    static void install() throws IOException, InterruptedException {
        Skipping.without("node");
        Skipping.without("npm");
        Files.createDirectories(FOLDER);
        try (var sources = Files.list(SOURCES)) {
            for (Path source : sources.toList()) {
                Files.copy(source, FOLDER.resolve(source.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        boolean installed = exitCode(FOLDER, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund") == 0;
        Skipping.unless(installed, "npm could not fetch its packages: they are not tried");
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
