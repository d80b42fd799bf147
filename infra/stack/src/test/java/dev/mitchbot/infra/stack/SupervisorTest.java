package dev.mitchbot.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.infra.servers.ChildProcess;
import dev.mitchbot.infra.servers.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    @TempDir
    Path folder;

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

    @Test
    void leavesDownWhatDiesAgainAfterTheLastTry() {
        var said = new CopyOnWriteArrayList<String>();
        var dying = new Dying(folder.resolve("dying.log"));
        try (var supervisor = new Supervisor(said::add, _ -> Duration.ZERO)) {
            supervisor.watch("dying", dying);
            Eventually.holds(() -> !said.isEmpty() && said.getLast().contains("stays down"));
        }
        assertThat(dying.restarts).hasValue(Supervisor.TRIES);
        assertThat(dying.isAlive()).isFalse();
        assertThat(said)
                .startsWith("dying ended with exit code 0; starting it again in 0 s", "dying is ready again")
                .endsWith(
                        "dying ended with exit code 5; starting it again in 0 s",
                        "dying is ready again",
                        "dying ended with exit code 6 after it was started again 6 times, and stays down; see "
                                + dying.process().log());
    }

    /** Ends at once, with the number of its restarts as exit code. */
    private static final class Dying implements Server {
        private final AtomicInteger restarts = new AtomicInteger();
        private final Path log;
        private volatile ChildProcess process;

        private Dying(Path log) {
            this.log = log;
            run();
        }

        @Override
        public ChildProcess process() {
            return process;
        }

        @Override
        public void restart() {
            restarts.incrementAndGet();
            run();
        }

        @Override
        public void close() {
            stop();
        }

        private void run() {
            process = ChildProcess.start(
                    new ChildProcess.Command("dying", List.of("sh", "-c", "exit " + restarts), Map.of(), log));
        }
    }
}
