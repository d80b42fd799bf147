package dev.mitchbot.infra.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What the build has recorded of a broker's start, and the class path that it was made from, without which the JVM does not use
 * it. A broker that begins with that is ready in less than half the time.
 */
record RecordedBroker(AotCache cache, Path classPath) {
    private static final Path FOLDER = Path.of("infra", "servers", "target");
    private static final Duration WRITTEN_WITHIN = Duration.ofMinutes(2);
    private static final String TOPIC = "recorded";
    private static final int RECORDS = 200;

    static RecordedBroker in(Path folder) {
        return new RecordedBroker(new AotCache(folder.resolve("kafka.aot")), folder.resolve("kafka.classpath"));
    }

    /** The one in the repository that this class's jar was built in; none where classes are run that are no jar yet. */
    static Optional<RecordedBroker> ofThisRepository() {
        Path code = codeOf(RecordedBroker.class);
        if (!Files.isRegularFile(code)) {
            return Optional.empty();
        }
        for (Path folder = code.getParent(); folder != null; folder = folder.getParent()) {
            RecordedBroker recorded = in(folder.resolve(FOLDER));
            if (Files.exists(recorded.cache.file())) {
                return Optional.of(recorded);
            }
        }
        return Optional.empty();
    }

    /** Of the JVM, before the main class. */
    List<String> arguments() {
        return Stream.concat(cache.arguments().stream(), Stream.of("-cp", read(classPath)))
                .toList();
    }

    /** Records, with the jars of this JVM's own class path and into the folder that the argument names. */
    public static void main(String[] arguments) throws IOException {
        RecordedBroker recorded = in(Path.of(arguments[0]));
        if (recorded.isMadeFrom(codeOf(RecordedBroker.class))) {
            return;
        }
        Files.deleteIfExists(recorded.cache.file());
        Files.writeString(recorded.classPath, System.getProperty("java.class.path"));
        var options = LocalKafka.Options.temporary()
                .withJvmOptions(List.of(
                        "-XX:+UseSerialGC", AotCache.COUNTED_AND_NOT_OPTIMIZED, recorded.cache.recordingArgument()));
        try (var kafka = KafkaProcess.start(options)) {
            kafka.createTopics(options.partitions(), TOPIC);
            use(kafka.bootstrapServers());
            kafka.process().stop(WRITTEN_WITHIN);
        }
    }

    private static void use(String bootstrapServers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < RECORDS; i++) {
                producer.send(new ProducerRecord<>(TOPIC, new byte[] {(byte) i}, new byte[1_000]));
            }
        }
    }

    private boolean isMadeFrom(Path jar) {
        return cache.isMadeFrom(jar) && read(classPath).equals(System.getProperty("java.class.path"));
    }

    private static Path codeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
