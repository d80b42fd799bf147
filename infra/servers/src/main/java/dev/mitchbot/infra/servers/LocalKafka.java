package dev.mitchbot.infra.servers;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Time;

/** A real Kafka broker, its own controller, inside this JVM. */
public final class LocalKafka implements AutoCloseable {
    private static final int TRIES_FOR_A_PORT = 5;

    /**
     * How to run the broker. Without a folder it lives in a temporary one; port 0 takes a free one.
     *
     * @param controllerPort found by whoever starts the broker's process: only they know which ports they have given to others
     * @param jvmOptions of a broker in a process of its own
     */
    public record Options(
            Optional<Path> folder, int port, int controllerPort, int partitions, List<String> jvmOptions) {
        public static final int DEFAULT_PARTITIONS = 24;

        public Options {
            jvmOptions = List.copyOf(jvmOptions);
        }

        public static Options temporary() {
            return new Options(Optional.empty(), 0, 0, DEFAULT_PARTITIONS, JvmOptions.WITHOUT_SECOND_COMPILER);
        }

        public static Options in(Path folder) {
            return new Options(Optional.of(folder), 0, 0, DEFAULT_PARTITIONS, List.of(JvmOptions.FOR_A_SMALL_HEAP));
        }

        public Options onPort(int port) {
            return new Options(folder, port, controllerPort, partitions, jvmOptions);
        }

        Options withControllerOn(int controllerPort) {
            return new Options(folder, port, controllerPort, partitions, jvmOptions);
        }

        public Options withPartitions(int partitions) {
            return new Options(folder, port, controllerPort, partitions, jvmOptions);
        }

        /** In the place of the usual ones. */
        public Options withJvmOptions(List<String> jvmOptions) {
            return new Options(folder, port, controllerPort, partitions, jvmOptions);
        }
    }

    private final Options options;
    private final ServerFolder folder;
    private int port;
    private KafkaRaftServer server;

    private LocalKafka(Options options) {
        this.options = options;
        this.folder = ServerFolder.of(options.folder(), "kafka");
    }

    public static LocalKafka start(Options options) {
        var kafka = new LocalKafka(options);
        try {
            kafka.startOnSomePort();
            return kafka;
        } catch (RuntimeException e) {
            kafka.close();
            throw e;
        }
    }

    public KafkaAddress address() {
        return new KafkaAddress(bootstrapServers());
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public void createTopics(int partitions, String... names) {
        address().createTopics(partitions, names);
    }

    /** Stops the broker; its data stays until {@link #close()}. */
    public void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    /** Starts the stopped broker again, on the same folder and port. */
    public void restart() {
        stop();
        run(port);
    }

    /** Stops the broker and deletes its folder, if that is a temporary one. */
    @Override
    public void close() {
        stop();
        folder.close();
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
        Broker.quieten();
        if (!Ports.isFree(port)) {
            throw new PortTaken("Kafka", port);
        }
        this.port = port;
        var broker = new Broker(folder.path(), port, controllerPort(), options.partitions());
        broker.format();
        server = new KafkaRaftServer(new KafkaConfig(broker.properties(), false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            stop();
            throw isBindFailure(e) ? new PortTaken("Kafka", port) : e;
        }
    }

    private int controllerPort() {
        return options.controllerPort() == 0 ? Ports.free() : options.controllerPort();
    }

    private static boolean isBindFailure(Throwable failure) {
        return failure instanceof KafkaException
                        && String.valueOf(failure.getMessage()).contains("bind")
                || failure.getCause() != null && isBindFailure(failure.getCause());
    }
}
