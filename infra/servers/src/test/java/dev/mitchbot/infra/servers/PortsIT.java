package dev.mitchbot.infra.servers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PortsIT {
    private static final int LOOKS = 20_000;
    private static final int NOT_HANDED_OUT = 1;

    @Test
    void aFreePortStaysFreeWhileProcessesAreStarted() throws IOException {
        int port = Ports.free();
        var over = new AtomicBoolean();
        try (var starters = Executors.newFixedThreadPool(2)) {
            for (int starter = 0; starter < 2; starter++) {
                starters.submit(() -> {
                    while (!over.get()) {
                        new ProcessBuilder("true").start().waitFor();
                    }
                    return null;
                });
            }
            try {
                for (int look = 0; look < LOOKS; look++) {
                    assertThat(Ports.isFree(port)).isTrue();
                }
            } finally {
                over.set(true);
            }
        }
    }

    @Test
    void aPortIsHandedOutOnceAmongTheJvmsThatRun() throws IOException, InterruptedException {
        int port = Ports.free();
        assertThat(Ports.claim(port)).isFalse();
        assertThat(claimedByAnotherJvm(port)).isEqualTo("false");
        assertThat(claimedByAnotherJvm(NOT_HANDED_OUT)).isEqualTo("true");
        assertThat(claimedByAnotherJvm(NOT_HANDED_OUT)).isEqualTo("true");
    }

    private static String claimedByAnotherJvm(int port) throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClaimMain.class.getName(),
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(other.getInputStream().readAllBytes(), UTF_8).strip();
        other.waitFor();
        return said;
    }

    @Test
    void aPortThatSomebodyListensOnIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
        }
    }
}
