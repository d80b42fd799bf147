package dev.mitchbot.infra.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Other people's programs, run to their end. */
final class Programs {
    private static final int MINUTES = 3;

    private Programs() {}

    record Outcome(int exitCode, String output) {}

    static Outcome run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(Files.createDirectories(Path.of("target/outputs")), "program", ".log");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end; it said: " + Files.readString(output));
        }
        return new Outcome(process.exitValue(), Files.readString(output));
    }

    static void succeed(Path folder, String... command) throws IOException, InterruptedException {
        Outcome outcome = run(folder, Map.of(), List.of(command));
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    }
}
