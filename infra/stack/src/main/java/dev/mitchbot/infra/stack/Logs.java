package dev.mitchbot.infra.stack;

import dev.mitchbot.infra.servers.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** One log per process; a start keeps the logs of the one before as NAME.log.1 and no older ones. */
final class Logs {
    private Logs() {}

    static Path of(Path folder, String name) {
        return folder.resolve("logs").resolve(name + ".log");
    }

    static void turnOver(Path folder) {
        Path logs = Folders.create(folder.resolve("logs"));
        try (var files = Files.list(logs)) {
            List<Path> last =
                    files.filter(file -> file.toString().endsWith(".log")).toList();
            for (Path log : last) {
                Files.move(log, logs.resolve(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
