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
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** The configuration of a broker that is its own controller. */
record Broker(Path folder, int port, int controllerPort, int partitions) {
    /** Above the 1 MiB that our own producers send at most, so that an oversized message can reach a dead-letter topic. */
    private static final int MAX_RECORD_BYTES = 4 << 20;

    /** Loggers that are weakly held lose their level: these are held for ever. */
    private static final List<Logger> CHATTY = Stream.of("org.apache.kafka", "kafka", "state.change.logger")
            .map(Logger::getLogger)
            .toList();

    private static final Logger ALARMING = Logger.getLogger("org.apache.kafka.controller.QuorumController");

    /** Lets the broker log warnings only, unless somebody has asked for more; a usual start is no warning. */
    static void quieten() {
        CHATTY.forEach(logger -> limit(logger, Level.WARNING));
        limit(ALARMING, Level.SEVERE);
    }

    private static void limit(Logger logger, Level level) {
        if (logger.getLevel() == null) {
            logger.setLevel(level);
        }
    }

    /** Prepares an empty folder; a folder in use stays as it is. */
    void format() {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(folder.toString())
                    .setMetadataLogDirectory(folder.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("Kafka's folder could not be formatted", e);
        }
    }

    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("log.dirs", folder.toString());
        properties.put("num.partitions", "" + partitions);
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
