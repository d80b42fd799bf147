package dev.mitchbot.infra.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Processes of an earlier stack on the same folder, whose launcher died before it could stop them. */
final class Leftovers {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private Leftovers() {}

    static void stop(Path folder, Consumer<String> progress) {
        List<ProcessHandle> left = ProcessHandle.allProcesses()
                .filter(process -> belongsTo(process, folder))
                .toList();
        if (left.isEmpty()) {
            return;
        }
        progress.accept("Stopping what an earlier start left behind");
        left.forEach(ProcessHandle::destroy);
        var gone =
                CompletableFuture.allOf(left.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        gone.completeOnTimeout(null, GRACE.toMillis(), TimeUnit.MILLISECONDS).join();
        left.forEach(ProcessHandle::destroyForcibly);
        gone.orTimeout(GRACE.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    private static boolean belongsTo(ProcessHandle process, Path folder) {
        String command = process.info().commandLine().orElse("");
        return command.contains(mark(folder)) || command.contains(" -D " + folder + "/data/postgres/");
    }

    /** The system property that tells the JVMs of this folder from all others. */
    static String mark(Path folder) {
        return "-Dmitchbot.folder=" + folder + "/";
    }
}
