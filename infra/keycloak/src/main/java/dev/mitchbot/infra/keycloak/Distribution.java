package dev.mitchbot.infra.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Keycloak as it was unpacked; prepared once for PostgreSQL and our realm, so that each start is a quick one. */
record Distribution(Path folder) {
    private static final List<String> IMPORTED = List.of("mitchbot-realm.json", "mitchbot-users-0.json");

    void prepare() {
        try (var lock = FileChannel.open(
                        folder.resolve("prepared.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = lock.lock()) {
            copyRealm();
            Path done = folder.resolve("prepared");
            if (!Files.exists(done)) {
                build();
                Files.createFile(done);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " is no Keycloak that could be prepared", e);
        }
    }

    private void copyRealm() throws IOException {
        Path imported = Files.createDirectories(folder.resolve("data/import"));
        for (String name : IMPORTED) {
            try (InputStream file = Distribution.class.getResourceAsStream("/keycloak/" + name)) {
                Files.copy(file, imported.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void build() throws IOException {
        Path log = folder.resolve("build.log");
        Path program = folder.resolve("bin/kc.sh");
        program.toFile().setExecutable(true);
        var builder = new ProcessBuilder(
                        program.toString(),
                        "build",
                        "--db=postgres",
                        "--cache=local",
                        "--health-enabled=true",
                        "--metrics-enabled=true")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            if (builder.start().waitFor() != 0) {
                throw new IOException("kc.sh build failed: " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Keycloak was prepared", e);
        }
    }
}
