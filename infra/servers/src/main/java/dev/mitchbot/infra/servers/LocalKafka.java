package dev.mitchbot.infra.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A real Kafka broker, its own controller, inside this JVM. */
public final class LocalKafka implements AutoCloseable {
    private static final int TRIES_FOR_A_PORT = 5;
    private static final int MAX_RECORD_BYTES = 4 << 20;
    private static final List<Logger> QUIET = Stream.of("org.apache.kafka", "kafka", "state.change.logger")
            .map(Logger::getLogger)
            .toList();

    static {
        QUIET.stream().filter(logger -> logger.getLevel() == null).forEach(logger -> logger.setLevel(Level.WARNING));
    }

    /** How to run the broker. Without a folder it lives in a temporary one; port 0 takes a free one. */
    public record Options(Optional<Path> folder, int port, int partitions) {
        public static final int DEFAULT_PARTITIONS = 24;

        public static Options temporary() {
            return new Options(Optional.empty(), 0, DEFAULT_PARTITIONS);
        }

        public static Options in(Path folder) {
            return new Options(Optional.of(folder), 0, DEFAULT_PARTITIONS);
        }

        public Options onPort(int port) {
            return new Options(folder, port, partitions);
        }

        public Options withPartitions(int partitions) {
            return new Options(folder, port, partitions);
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
        if (!Ports.isFree(port)) {
            throw new PortTaken("Kafka", port);
        }
        this.port = port;
        format();
        server = new KafkaRaftServer(new KafkaConfig(properties(port, Ports.free()), false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            stop();
            throw isBindFailure(e) ? new PortTaken("Kafka", port) : e;
        }
    }

    private static boolean isBindFailure(Throwable failure) {
        return failure instanceof KafkaException
                        && String.valueOf(failure.getMessage()).contains("bind")
                || failure.getCause() != null && isBindFailure(failure.getCause());
    }

    private void format() {
        if (Files.exists(folder.path().resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(folder.path().toString())
                    .setMetadataLogDirectory(folder.path().toString())
                    .setControllerListenerName("CONTROLLER")
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("Kafka's folder could not be formatted", e);
        }
    }

    private Map<String, Object> properties(int port, int controllerPort) {
        var properties = new HashMap<String, Object>();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("log.dirs", folder.path().toString());
        properties.put("num.partitions", "" + options.partitions());
        properties.put("auto.create.topics.enable", "false");
        properties.put("message.max.bytes", "" + MAX_RECORD_BYTES);
        properties.put("replica.fetch.max.bytes", "" + MAX_RECORD_BYTES);
        properties.put("default.replication.factor", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "8");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("broker.session.timeout.ms", "3000");
        properties.put("broker.heartbeat.interval.ms", "1000");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("log.cleaner.dedupe.buffer.size", "16777216");
        return properties;
    }
}
