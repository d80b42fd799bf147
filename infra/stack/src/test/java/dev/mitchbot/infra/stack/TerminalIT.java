package dev.mitchbot.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.infra.servers.ChildProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ENDED_BY_SIGINT = 130;

    @TempDir
    Path folder;

    @AfterEach
    void nothingIsLeft() {
        Eventually.holds(() -> ours() == 0);
    }

    @Test
    void stopsEverythingOnCtrlCAndSaysSo() {
        ChildProcess launcher = launch();
        assertThat(launcher.output())
                .contains("postgres is ready after", "kafka is ready after", "Mitchbot is up after")
                .containsPattern("economy-1 +http://127.0.0.1:\\d+/q/health and /q/metrics");
        assertThat(ours()).isPositive();
        launcher.signal("INT");
        assertThat(launcher.onExit()
                        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        .join())
                .isEqualTo(ENDED_BY_SIGINT);
        assertThat(launcher.output()).endsWith("Stopping\nStopped\n");
        assertThat(ours()).isZero();
    }

    @Test
    void startsAfterItsPredecessorWasKilled() {
        launch().signal("KILL");
        ChildProcess second = launch();
        second.stop();
    }

    @Test
    void bringsBackTheBrokerThatWasKilled() {
        ChildProcess launcher = launch();
        ProcessHandle.allProcesses()
                .filter(process ->
                        process.info().commandLine().orElse("").contains("-Dmitchbot.folder=" + folder + "/data/kafka"))
                .forEach(ProcessHandle::destroyForcibly);
        launcher.awaitLine("kafka ended with exit code 137; starting it again in 1 s", PATIENCE);
        launcher.awaitLine("kafka is ready again", PATIENCE);
        launcher.stop();
    }

    private ChildProcess launch() {
        var launcher = ChildProcess.start(new ChildProcess.Command(
                "launcher",
                List.of(
                        // a shell has the jobs that it runs in the background ignore Ctrl-C, and what they start too
                        "env",
                        "--default-signal=INT",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EchoMain.class.getName(),
                        folder.toString()),
                Map.of(),
                folder.resolve("launcher.txt")));
        launcher.awaitLine("Ctrl-C stops it", PATIENCE);
        return launcher;
    }

    /** How many processes of this folder's stack run. */
    private long ours() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(command -> command.contains(Leftovers.mark(folder)) || command.contains("-D " + folder))
                .count();
    }
}
