package dev.mitchbot.infra.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PortsIT {
    private static final int LOOKS = 20_000;

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
    void aPortThatSomebodyListensOnIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
        }
    }
}
