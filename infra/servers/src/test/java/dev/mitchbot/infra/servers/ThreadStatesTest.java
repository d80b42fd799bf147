package dev.mitchbot.infra.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ThreadStatesTest {
    /** Whoever is started by a shell that then becomes something else is asked by nobody how it ended. */
    @Test
    void tellAProcessThatNobodyBuriesFromOneThatLives() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no /proc");
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0.5 & exec sleep 30").start();
        try {
            Eventually.holds(() -> parent.children().count() == 1);
            ProcessHandle child = parent.children().findFirst().orElseThrow();

            Eventually.holds(() -> ThreadStates.isDead(child.pid()));

            assertThat(ThreadStates.isDead(parent.pid())).isFalse();
        } finally {
            parent.destroyForcibly().waitFor();
        }
    }
}
