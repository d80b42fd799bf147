package dev.mitchbot.infra.servers;

import java.nio.file.Path;
import java.util.Optional;

/** Where a server keeps its files: a folder that stays, or a temporary one that goes with the server or the JVM. */
public final class ServerFolder implements AutoCloseable {
    private final Path path;
    private final Optional<Guard> guard;

    private ServerFolder(Path path, Optional<Guard> guard) {
        this.path = path.toAbsolutePath().normalize();
        this.guard = guard;
    }

    /** The given folder, made if missing; without one a temporary folder with this name in its own. */
    public static ServerFolder of(Optional<Path> given, String name) {
        return given.map(folder -> new ServerFolder(Folders.create(folder), Optional.empty()))
                .orElseGet(() -> temporary(Folders.temporary(name)));
    }

    private static ServerFolder temporary(Path path) {
        return new ServerFolder(path, Optional.of(Guard.deleting(path)));
    }

    public Path path() {
        return path;
    }

    /** Deletes the folder, if it is a temporary one. */
    @Override
    public void close() {
        guard.ifPresent(deleting -> {
            Folders.delete(path);
            deleting.close();
        });
    }
}
