package dev.mitchbot.infra.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Loopback ports below the range from which the system serves outgoing connections, so a port stays free once found. */
public final class Ports {
    private static final int LOWEST = 18_200;
    private static final int HIGHEST = 32_000;
    private static final int TRIES = 200;
    private static final int LOOKS = 10;
    private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

    /** Never closed: that would give back all locks of this JVM. */
    private static final FileChannel CLAIMS = openClaims();

    private Ports() {}

    /** A port that nobody listens on, and that neither this JVM nor another one of this user that still runs has handed out before. */
    public static int free() {
        for (int tried = 0; tried < TRIES; tried++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port) && claim(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port between " + LOWEST + " and " + HIGHEST);
    }

    /**
     * Keeps the port until this JVM ends: what is to listen on it may start much later, and two test runs side by side would
     * sooner or later choose the same. Each port is a byte of one file, whose lock the system takes back from the dead.
     */
    static boolean claim(int port) {
        try {
            return HANDED_OUT.add(port) && CLAIMS.tryLock(port, 1, false) != null;
        } catch (OverlappingFileLockException _) {
            return false; // handed out by this class as another class loader of this JVM has it
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel openClaims() {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "mitchbot-ports-" + System.getProperty("user.name"));
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether nobody listens on the port. It looks more than once: a process that is being started holds what this JVM has
     * open for a moment, such as the socket of an earlier look.
     */
    public static boolean isFree(int port) {
        for (int look = 1; look < LOOKS; look++) {
            if (canListen(port)) {
                return true;
            }
            Pause.briefly();
        }
        return canListen(port);
    }

    private static boolean canListen(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port), 1);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
