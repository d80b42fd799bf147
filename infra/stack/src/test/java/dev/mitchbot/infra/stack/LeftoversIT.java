package dev.mitchbot.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mitchbot.infra.servers.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversIT {
    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @Test
    void stopsTheProcessesOfAnEarlierStartAndNoOthers() throws IOException {
        Process left = orphan(folder);
        Process other = orphan(elsewhere);
        try {
            var said = new ArrayList<String>();
            Leftovers.stop(folder, said::add);
            assertThat(left.isAlive()).isFalse();
            assertThat(other.isAlive()).isTrue();
            assertThat(said).containsExactly("Stopping what an earlier start left behind");
        } finally {
            left.destroyForcibly();
            other.destroyForcibly();
        }
    }

    @Test
    void keepsTwoStacksOffOneFolder() {
        var options = StackOptions.forTests().with(List.of(Echo.ALONE)).in(folder);
        try (Stack _ = Stack.start(options)) {
            assertThatThrownBy(() -> Stack.start(options))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("already runs");
        }
        Stack.start(options).close();
    }

    /** A service that no launcher watches over, as one that was killed leaves it. */
    private static Process orphan(Path folder) throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), Leftovers.mark(folder)));
        command.addAll(Echo.ALONE.program().arguments(folder));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("HTTP_PORT", "" + Ports.free()));
        Process process = builder.start();
        try (var reader = process.inputReader()) {
            assertThat(reader.readLine()).startsWith("echo listens");
        }
        return process;
    }
}
