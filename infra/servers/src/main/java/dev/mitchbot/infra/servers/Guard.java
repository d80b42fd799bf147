package dev.mitchbot.infra.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Cleans up after this JVM however it ends, kill -9 included: a shell waits on a pipe that only this JVM holds, and
 * when the pipe breaks it ends a process or deletes a temporary folder.
 */
final class Guard implements AutoCloseable {
    private static final String END_PROCESS = """
            trap '' INT QUIT TERM HUP
            IFS= read -r line && exit 0
            kill -"$2" "$1" 2>/dev/null; kill -CONT "$1" 2>/dev/null
            i=0; while [ $i -lt 50 ] && kill -0 "$1" 2>/dev/null; do sleep 0.1; i=$((i+1)); done
            kill -KILL "$1" 2>/dev/null
            """;
    private static final String DELETE_FOLDER = """
            trap '' INT QUIT TERM HUP
            IFS= read -r line && exit 0
            i=0; while [ $i -lt 100 ] && [ -e "$1" ]; do rm -rf "$1" 2>/dev/null; sleep 0.1; i=$((i+1)); done
            """;

    private final Process shell;

    private Guard(String script, String... arguments) {
        var command = new ArrayList<>(List.of("sh", "-c", script, "mitchbot-guard"));
        command.addAll(List.of(arguments));
        try {
            shell = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Guard ending(long pid, String signal) {
        return new Guard(END_PROCESS, Long.toString(pid), signal);
    }

    static Guard deleting(Path folder) {
        return new Guard(DELETE_FOLDER, folder.toAbsolutePath().toString());
    }

    @Override
    public void close() {
        shell.destroyForcibly();
    }
}
