package dev.mitchbot.chaos.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between a service and its database and can delay every packet. That is what a database under load or far away
 * looks like to the service, and unlike settings of the server it slows commits and rollbacks too.
 */
final class DatabaseProxy implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;

    private final ServerSocket server;
    private final int databasePort;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Duration delay = Duration.ZERO;

    DatabaseProxy(int port, int databasePort) {
        try {
            server = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.databasePort = databasePort;
        threads.submit(this::accept);
    }

    /** From now on, each way. */
    void delay(Duration now) {
        delay = now;
    }

    private Void accept() throws IOException {
        while (!server.isClosed()) {
            Socket service = server.accept();
            threads.submit(() -> connect(service));
        }
        return null;
    }

    private void connect(Socket service) {
        try (service;
                Socket database = new Socket(InetAddress.getLoopbackAddress(), databasePort)) {
            service.setTcpNoDelay(true);
            database.setTcpNoDelay(true);
            var back = threads.submit(() -> pump(database, service));
            pump(service, database);
            back.cancel(true);
        } catch (IOException e) {
            // The database is away: the service sees its connection closed, as it would without a proxy.
            return;
        }
    }

    /** Ends with either side; the other one is closed then, so that nobody waits for the dead. */
    private void pump(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try (from;
                to) {
            for (int read = from.getInputStream().read(chunk);
                    read >= 0;
                    read = from.getInputStream().read(chunk)) {
                Thread.sleep(delay);
                to.getOutputStream().write(chunk, 0, read);
            }
        } catch (IOException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
