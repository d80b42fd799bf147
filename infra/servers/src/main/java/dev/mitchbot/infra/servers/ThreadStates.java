package dev.mitchbot.infra.servers;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says of a process's threads; a system without /proc says nothing. */
final class ThreadStates {
    private static final String ENDED = "ZXx";
    private static final String ENDED_OR_STOPPED = "Tt" + ENDED;

    private ThreadStates() {}

    /** Whether a thread of the process is neither stopped nor ended. */
    static boolean anyRuns(long pid) {
        Path tasks = Path.of("/proc", Long.toString(pid), "task");
        if (!Files.isDirectory(tasks)) {
            return false;
        }
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
            for (Path thread : threads) {
                if (!isIn(ENDED_OR_STOPPED, thread.resolve("stat"), true)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException _) {
            return false;
        }
    }

    /** Whether the process has ended and only waits for whoever should ask how. */
    static boolean isDead(long pid) {
        return isIn(ENDED, Path.of("/proc", Long.toString(pid), "stat"), false);
    }

    /** The state is the first letter after the name, which stands in parentheses and may contain some (proc_pid_stat(5)). */
    private static boolean isIn(String states, Path stat, boolean otherwise) {
        try {
            String line = Files.readString(stat);
            return states.indexOf(line.charAt(line.lastIndexOf(')') + 2)) >= 0;
        } catch (IOException _) {
            return otherwise;
        }
    }
}
