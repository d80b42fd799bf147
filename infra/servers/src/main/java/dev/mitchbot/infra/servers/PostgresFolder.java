package dev.mitchbot.infra.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** The files of one server: data, the superuser's password and the log. */
record PostgresFolder(Path root) {
    Path data() {
        return root.resolve("data");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    private Path password() {
        return root.resolve("superuser-password");
    }

    String superuserPassword() {
        return Secrets.keptIn(password());
    }

    /** Lets initdb lay out the data where there is none; an interrupted attempt is thrown away. */
    void initialise(boolean durable) {
        if (Files.isDirectory(data())) {
            return;
        }
        Path making = root.resolve("data-in-the-making");
        Folders.delete(making);
        superuserPassword();
        WithoutRoot.here().handOver(root);
        var initdb = ChildProcess.start(new ChildProcess.Command(
                "initdb",
                WithoutRoot.here()
                        .command(List.of(
                                PostgresBinaries.program("initdb").toString(),
                                "--pgdata=" + making,
                                "--username=" + PostgresAddress.SUPERUSER,
                                "--pwfile=" + password(),
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                "--locale=C",
                                durable ? "--sync-method=fsync" : "--no-sync")),
                Map.of(),
                root.resolve("initdb.log")));
        if (initdb.onExit().join() != 0) {
            throw new IllegalStateException("initdb failed: " + initdb.tail());
        }
        try {
            Files.move(making, data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
