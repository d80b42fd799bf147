package dev.mitchbot.infra.stack;

import dev.mitchbot.infra.servers.JvmOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the environment and the file .env say; the environment wins. Empty values count as unset. */
public record Settings(Map<String, String> values) {
    static final String JVM_OPTIONS = "MITCHBOT_JVM_OPTIONS";
    static final String POSTGRES_BUFFERS = "MITCHBOT_POSTGRES_BUFFERS";
    static final String MIN_MEMORY = "MITCHBOT_MIN_MEMORY_MB";
    static final String PARTITIONS = "MITCHBOT_PARTITIONS";
    static final String KAFKA_JVM_OPTIONS = "MITCHBOT_KAFKA_JVM_OPTIONS";

    private static final int HIGHEST_PORT = 65_535;

    public Settings {
        values = Map.copyOf(values);
    }

    public static Settings none() {
        return new Settings(Map.of());
    }

    /** Only what the environment says of how the services and servers use the machine. */
    public static Settings ofTuning() {
        var values = new HashMap<>(System.getenv());
        values.keySet().retainAll(List.of(JVM_OPTIONS, KAFKA_JVM_OPTIONS, POSTGRES_BUFFERS, PARTITIONS, MIN_MEMORY));
        values.values().removeIf(String::isBlank);
        return new Settings(values);
    }

    /**
     * With JVMs of the services and the broker that never use their second compiler, where nothing is said of them: for what
     * ends or is killed before that pays off.
     */
    public Settings withoutSecondCompiler() {
        return withUsual(JVM_OPTIONS, String.join(" ", JavaCommand.WITHOUT_SECOND_COMPILER))
                .withUsual(KAFKA_JVM_OPTIONS, String.join(" ", JvmOptions.WITHOUT_SECOND_COMPILER));
    }

    /** With so much of the databases in PostgreSQL's own memory, where nothing is said of it. */
    public Settings withUsualPostgresBuffers(String size) {
        return withUsual(POSTGRES_BUFFERS, size);
    }

    private Settings withUsual(String name, String value) {
        return has(name) ? this : with(name, value);
    }

    /** With one more, or another value. */
    public Settings with(String name, String value) {
        var changed = new HashMap<>(values);
        changed.put(name, value);
        return new Settings(changed);
    }

    static Settings load(Path home, Map<String, String> environment) {
        var values = new HashMap<String, String>();
        Path file = home.resolve(".env");
        if (Files.isRegularFile(file)) {
            read(file, values);
        }
        values.putAll(environment);
        values.values().removeIf(String::isBlank);
        return new Settings(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<List<String>> words(String name) {
        return text(name).map(text -> List.of(text.strip().split("\\s+")));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    int port(String name, int otherwise) {
        int port = number(name, otherwise);
        if (port < 1 || port > HIGHEST_PORT) {
            throw new Refusal(name + "=" + port + " is no port; use 1 to " + HIGHEST_PORT + ".");
        }
        return port;
    }

    int number(String name, int otherwise) {
        String text = values.getOrDefault(name, "" + otherwise);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw new Refusal(name + "=" + text + " is not a number.");
        }
    }

    private static void read(Path file, Map<String, String> values) {
        try {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0 && !line.startsWith("#")) {
                    values.put(
                            line.substring(0, equals).strip(),
                            unquoted(line.substring(equals + 1).strip()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.matches("(?s)\".*\"|'.*'");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
