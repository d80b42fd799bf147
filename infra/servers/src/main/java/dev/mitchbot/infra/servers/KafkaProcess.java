package dev.mitchbot.infra.servers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real Kafka broker in a JVM of its own. */
public final class KafkaProcess implements Server {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final List<String> JVM =
            List.of("-Xmx256m", "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    private final LocalKafka.Options options;
    private final ServerFolder folder;
    private final Path log;
    private final int port;
    private volatile ChildProcess process;

    private KafkaProcess(LocalKafka.Options options, Optional<Path> log) {
        this.options = options;
        this.folder = ServerFolder.of(options.folder(), "kafka");
        this.log = log.orElse(folder.path().resolve("kafka.log"));
        this.port = options.port() == 0 ? Ports.free() : options.port();
    }

    public static KafkaProcess start(LocalKafka.Options options) {
        return start(options, Optional.empty());
    }

    /** As above, with the log somewhere else than in the broker's folder. */
    public static KafkaProcess start(LocalKafka.Options options, Path log) {
        return start(options, Optional.of(log));
    }

    private static KafkaProcess start(LocalKafka.Options options, Optional<Path> log) {
        var kafka = new KafkaProcess(options, log);
        try {
            kafka.run();
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

    @Override
    public ChildProcess process() {
        return process;
    }

    public void createTopics(int partitions, String... names) {
        address().createTopics(partitions, names);
    }

    @Override
    public void restart() {
        if (process.isAlive()) {
            stop();
        }
        run();
    }

    /** Stops the broker and deletes its folder, if that is a temporary one. */
    @Override
    public void close() {
        if (process != null) {
            process.stop();
        }
        folder.close();
    }

    private void run() {
        if (!Ports.isFree(port)) {
            throw new PortTaken("Kafka", port);
        }
        process = ChildProcess.start(new ChildProcess.Command("kafka", arguments(), Map.of(), log));
        process.awaitLine(KafkaMain.READY, READY_WITHIN);
    }

    private List<String> arguments() {
        var arguments = new ArrayList<String>();
        arguments.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        arguments.add("-Dmitchbot.folder=" + folder.path());
        arguments.addAll(JVM);
        arguments.addAll(options.jvmOptions());
        arguments.addAll(RecordedBroker.ofThisRepository()
                .map(RecordedBroker::arguments)
                .orElseGet(() -> List.of("-cp", System.getProperty("java.class.path"))));
        arguments.add(KafkaMain.class.getName());
        arguments.addAll(List.of(folder.path().toString(), "" + port, "" + Ports.free(), "" + options.partitions()));
        return arguments;
    }
}
