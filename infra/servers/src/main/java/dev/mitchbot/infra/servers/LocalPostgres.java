package dev.mitchbot.infra.servers;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real PostgreSQL server of this machine, as a child process. */
public final class LocalPostgres implements Server {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final int TRIES_FOR_A_PORT = 5;

    /**
     * How to run the server. Without a folder it lives in a temporary one; port 0 takes a free one. A durable server
     * survives a power cut, the others only the end of their processes.
     */
    public record Options(
            Optional<Path> folder,
            Optional<Path> log,
            int port,
            boolean durable,
            int maxConnections,
            String sharedBuffers,
            List<Database> databases) {
        private static final String FOR_A_SMALL_GUILD = "256MB";

        public static Options temporary() {
            return new Options(Optional.empty(), Optional.empty(), 0, false, 100, FOR_A_SMALL_GUILD, List.of());
        }

        public static Options in(Path folder) {
            return new Options(Optional.of(folder), Optional.empty(), 0, true, 100, FOR_A_SMALL_GUILD, List.of());
        }

        public Options onPort(int port) {
            return new Options(folder, log, port, durable, maxConnections, sharedBuffers, databases);
        }

        /** Where the server's log goes, if not into its folder. */
        public Options loggingTo(Path log) {
            return new Options(folder, Optional.of(log), port, durable, maxConnections, sharedBuffers, databases);
        }

        public Options durable(boolean durable) {
            return new Options(folder, log, port, durable, maxConnections, sharedBuffers, databases);
        }

        public Options withMaxConnections(int maxConnections) {
            return new Options(folder, log, port, durable, maxConnections, sharedBuffers, databases);
        }

        /** How much of the databases the server keeps in its own memory, as PostgreSQL writes it: {@code 1GB}. */
        public Options withSharedBuffers(String sharedBuffers) {
            return new Options(folder, log, port, durable, maxConnections, sharedBuffers, databases);
        }

        public Options withDatabases(List<Database> databases) {
            return new Options(folder, log, port, durable, maxConnections, sharedBuffers, List.copyOf(databases));
        }
    }

    private final Options options;
    private final PostgresFolder folder;
    private final ServerFolder root;
    private PostgresAddress address;
    private volatile ChildProcess process;

    private LocalPostgres(Options options) {
        this.options = options;
        this.root = ServerFolder.of(options.folder(), "postgres");
        this.folder = new PostgresFolder(root.path());
    }

    public static LocalPostgres start(Options options) {
        var postgres = new LocalPostgres(options);
        try {
            postgres.folder.initialise(options.durable());
            postgres.startOnSomePort();
            options.databases().forEach(postgres.address::create);
            return postgres;
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    public PostgresAddress address() {
        return address;
    }

    public String jdbcUrl(String database) {
        return address.jdbcUrl(database);
    }

    public String reactiveUrl(String database) {
        return address.reactiveUrl(database);
    }

    public int port() {
        return address.port();
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public void restart() {
        if (process.isAlive()) {
            stop();
        }
        run(address.port());
    }

    /** Stops the server and deletes its folder, if that is a temporary one. */
    @Override
    public void close() {
        if (process != null) {
            process.stop();
        }
        root.close();
    }

    private void startOnSomePort() {
        if (options.port() != 0) {
            run(options.port());
            return;
        }
        for (int tried = 1; ; tried++) {
            try {
                run(Ports.free());
                return;
            } catch (PortTaken e) {
                if (tried == TRIES_FOR_A_PORT) {
                    throw e;
                }
            }
        }
    }

    private void run(int port) {
        if (!Ports.isFree(port)) {
            throw new PortTaken("PostgreSQL", port);
        }
        address = new PostgresAddress("127.0.0.1", port, folder.superuserPassword());
        process = ChildProcess.start(new ChildProcess.Command(
                        "postgres", arguments(port), Map.of(), options.log().orElse(folder.log()))
                .stoppedBy("INT")
                .nicely());
        awaitReady(port);
    }

    private List<String> arguments(int port) {
        var arguments = new ArrayList<>(List.of(
                PostgresBinaries.program("postgres").toString(),
                "-D",
                folder.data().toString(),
                "-p",
                "" + port));
        settings().forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return WithoutRoot.here().command(arguments);
    }

    private Map<String, String> settings() {
        String durable = options.durable() ? "on" : "off";
        return Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("max_connections", "" + options.maxConnections()),
                Map.entry("shared_buffers", options.sharedBuffers()),
                Map.entry("max_wal_size", "8GB"),
                Map.entry("fsync", durable),
                Map.entry("full_page_writes", durable),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("log_checkpoints", "off"));
    }

    private void awaitReady(int port) {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!answers()) {
            if (!process.isAlive()) {
                throw process.output().contains("could not bind")
                        ? new PortTaken("PostgreSQL", port)
                        : new IllegalStateException("PostgreSQL ended: " + process.tail());
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("PostgreSQL did not get ready: " + process.tail());
            }
            Pause.briefly();
        }
    }

    private boolean answers() {
        try (var _ = address.connectAsSuperuser("postgres")) {
            return true;
        } catch (SQLException _) {
            return false;
        }
    }
}
