package dev.mitchbot.infra.keycloak;

import dev.mitchbot.infra.servers.AotCache;
import dev.mitchbot.infra.servers.ChildProcess;
import dev.mitchbot.infra.servers.JvmOptions;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keycloak as it was unpacked; prepared once for PostgreSQL and our realm, so that each start is a quick one. */
record Distribution(Path folder) {
    /** How Keycloak is started: its JVM's options, its own arguments, its environment. */
    record Start(List<String> jvmOptions, List<String> arguments, Map<String, String> environment) {}

    private static final List<String> IMPORTED = List.of("mitchbot-realm.json", "mitchbot-users-0.json");
    private static final List<String> BUILD =
            List.of("build", "--db=postgres", "--health-enabled=true", "--metrics-enabled=true");
    /** In the order in which Keycloak's own class loader looks: what its build has made, then what it is made of. */
    private static final List<String> BUILT =
            List.of("quarkus/transformed-bytecode.jar", "quarkus/generated-bytecode.jar");

    private static final List<String> LIBRARIES = List.of("app", "lib/boot", "lib/main");
    private static final Duration DONE_WITHIN = Duration.ofSeconds(300);
    /** What kc.sh opens to Keycloak. */
    private static final List<String> OPENED = List.of(
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** The distribution that the build unpacks into this module. */
    static Distribution in(Path home) {
        try (InputStream file = resource("distribution.properties")) {
            var properties = new Properties();
            properties.load(file);
            return new Distribution(home.resolve("infra/keycloak/target").resolve(properties.getProperty("folder")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Does what is done once for all starts.
     *
     * @param start how Keycloak would be started now; its database is not written into, apart from an empty table or two
     */
    void prepare(Start start) {
        if (!Files.isDirectory(folder.resolve("lib"))) {
            throw new IllegalStateException("Keycloak is not unpacked: " + folder + " is missing.");
        }
        // a lock on a file keeps other processes out, and must not be asked for twice by one
        synchronized (Distribution.class) {
            try (var lock = FileChannel.open(
                            folder.resolve("prepared.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = lock.lock()) {
                copyRealm();
                Path done = folder.resolve("prepared");
                // a recording is good for one JDK and one place
                String how = "%s, recorded by %s in %s"
                        .formatted(String.join(" ", BUILD), Runtime.version(), folder.toRealPath());
                if (!Files.exists(done) || !Files.readString(done).equals(how)) {
                    build();
                    Files.deleteIfExists(schema().file());
                    Files.writeString(done, how);
                }
                if (!schema().isWritten()) {
                    writeSchemaAndRecording(start);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(folder + " is no Keycloak that could be prepared", e);
            }
        }
    }

    /** The tables that Keycloak wants, once {@link #prepare} has returned. */
    Schema schema() {
        return new Schema(folder.resolve("schema.sql"));
    }

    /**
     * The command line of a start. Keycloak itself is killed or frozen with it, as there is no shell, and it has one plain
     * class path: the JVM records no classes of a loader like the one that kc.sh uses.
     *
     * @param options of the JVM
     */
    List<String> command(List<String> options, List<String> arguments) {
        AotCache recording = recording();
        boolean isRecorded = recording.isMadeFrom(folder.resolve("lib").resolve(BUILT.getLast()));
        return startCommand(isRecorded ? recording.arguments() : List.of(), options, arguments);
    }

    private List<String> startCommand(List<String> ofRecording, List<String> options, List<String> arguments) {
        return java(
                Stream.concat(ofRecording.stream(), options.stream()).toList(),
                classPath(),
                "org.keycloak.quarkus.runtime.KeycloakMain",
                arguments);
    }

    private List<String> java(List<String> options, String classPath, String main, List<String> arguments) {
        return Stream.of(
                        List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        JvmOptions.WITHOUT_SECOND_COMPILER,
                        OPENED,
                        options,
                        List.of(
                                "-Dkc.home.dir=" + folder,
                                "-Djboss.server.config.dir=" + folder.resolve("conf"),
                                "-cp",
                                classPath,
                                main),
                        arguments)
                .flatMap(List::stream)
                .toList();
    }

    private String classPath() {
        Path lib = folder.resolve("lib");
        return Stream.concat(
                        BUILT.stream().map(lib::resolve), LIBRARIES.stream().flatMap(name -> jars(lib.resolve(name))))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AotCache recording() {
        return new AotCache(folder.resolve("keycloak.aot"));
    }

    private void copyRealm() throws IOException {
        Path imported = Files.createDirectories(folder.resolve("data/import"));
        for (String name : IMPORTED) {
            try (InputStream file = resource(name)) {
                Files.copy(file, imported.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void build() throws IOException {
        ChildProcess build = runToItsEnd(
                "build",
                java(
                        List.of("-Xmx512m"),
                        folder.resolve("lib/quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                        BUILD),
                Map.of());
        if (build.onExit().join() != 0) {
            throw new IOException("preparing Keycloak failed: " + build.tail());
        }
    }

    /**
     * Keycloak writes the statements for an empty database into a file, and then refuses to start with that database. Its JVM
     * writes down how it came so far.
     */
    private void writeSchemaAndRecording(Start start) throws IOException {
        Path making = folder.resolve("schema-in-the-making.sql");
        Files.deleteIfExists(making);
        ChildProcess writer = runToItsEnd(
                "schema",
                startCommand(
                        List.of(recording().recordingArgument()),
                        start.jvmOptions(),
                        Stream.concat(start.arguments().stream(), Schema.writtenInto(making))
                                .toList()),
                start.environment());
        if (!Files.exists(making)) {
            throw new IOException("Keycloak did not say which tables it wants: " + writer.tail());
        }
        Files.move(making, schema().file(), StandardCopyOption.ATOMIC_MOVE);
    }

    private ChildProcess runToItsEnd(String what, List<String> command, Map<String, String> environment)
            throws IOException {
        Path log = folder.resolve(what + ".log");
        Files.deleteIfExists(log);
        var process = ChildProcess.start(new ChildProcess.Command("keycloak " + what, command, environment, log));
        if (!process.endsWithin(DONE_WITHIN)) {
            process.kill();
        }
        return process;
    }

    private static InputStream resource(String name) {
        return Distribution.class.getResourceAsStream("/keycloak/" + name);
    }
}
