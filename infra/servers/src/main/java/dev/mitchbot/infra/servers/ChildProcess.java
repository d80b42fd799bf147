package dev.mitchbot.infra.servers;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A process of ours that can be stopped, killed, frozen and resumed, and that never outlives this JVM. */
public final class ChildProcess implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration KILLED_WITHIN = Duration.ofSeconds(10);
    private static final Duration FROZEN_WITHIN = Duration.ofSeconds(10);
    private static final boolean SETSID =
            Stream.of("/usr/bin/setsid", "/bin/setsid").map(Path::of).anyMatch(Files::isExecutable);

    /**
     * Linux may give each session the same share of the processors, whatever its processes' niceness: then the session's own
     * counts (sched_autogroup).
     */
    private static final List<String> NICELY =
            List.of("sh", "-c", "{ echo 5 > /proc/self/autogroup; } 2>/dev/null; exec nice -n 5 \"$@\"", "nicely");

    /** What any process needs of its surroundings, and no setting of ours. */
    private static final Pattern SURROUNDINGS =
            Pattern.compile("PATH|HOME|USER|LOGNAME|LANG|LC_.*|TZ|TMPDIR|LD_LIBRARY_PATH|JAVA_TOOL_OPTIONS");

    /**
     * What to run. The environment is added to this JVM's own; output is appended to the log.
     *
     * @param nice whether it leaves the processors to others that are not, where there is more to do than they can
     * @param told whether its settings are those that it is given, and none that somebody exported for another one
     */
    public record Command(
            String name,
            List<String> arguments,
            Map<String, String> environment,
            Path log,
            String stopSignal,
            boolean nice,
            boolean told) {
        public Command {
            arguments = List.copyOf(arguments);
            environment = Map.copyOf(environment);
        }

        public Command(String name, List<String> arguments, Map<String, String> environment, Path log) {
            this(name, arguments, environment, log, "TERM", false, false);
        }

        public Command nicely() {
            return new Command(name, arguments, environment, log, stopSignal, true, told);
        }

        /** The same, which hears of no setting but its own. */
        public Command onlyTold() {
            return new Command(name, arguments, environment, log, stopSignal, nice, true);
        }

        public Command stoppedBy(String signal) {
            return new Command(name, arguments, environment, log, signal, nice, told);
        }

        /** Ctrl-C in a terminal reaches the whole foreground session: what starts in another is ours alone to stop. */
        private List<String> line() {
            return Stream.of(
                            SETSID ? List.of("setsid") : List.<String>of(),
                            nice ? NICELY : List.<String>of(),
                            arguments)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    private final Command command;
    private final Process process;
    private final long logStart;

    private ChildProcess(Command command, Process process, long logStart) {
        this.command = command;
        this.process = process;
        this.logStart = logStart;
    }

    public static ChildProcess start(Command command) {
        try {
            Folders.create(command.log().toAbsolutePath().getParent());
            long logStart = Files.exists(command.log()) ? Files.size(command.log()) : 0;
            var builder = new ProcessBuilder(command.line())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(command.log().toFile()));
            if (command.told()) {
                builder.environment()
                        .keySet()
                        .removeIf(name -> !SURROUNDINGS.matcher(name).matches());
            }
            builder.environment().putAll(command.environment());
            Process process = builder.start();
            process.getOutputStream().close();
            Guard guard = Guard.ending(process.pid(), command.stopSignal());
            process.onExit().thenRun(guard::close);
            return new ChildProcess(command, process, logStart);
        } catch (IOException e) {
            throw new UncheckedIOException(command.name() + " could not be started", e);
        }
    }

    public String name() {
        return command.name();
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return command.log();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the exit code; 128 and the signal's number when a signal ended the process. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Waits until the process has written a line with this text since its start. */
    public void awaitLine(String text, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!output().contains(text)) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        name() + " ended with exit code " + process.exitValue() + ": " + tail());
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(name() + " did not get ready in " + timeout + ": " + tail());
            }
            Pause.briefly();
        }
    }

    /** What the process has written since its start. */
    public String output() {
        try (var file = new RandomAccessFile(command.log().toFile(), "r")) {
            file.seek(Math.min(logStart, file.length()));
            byte[] bytes = new byte[Math.toIntExact(file.length() - file.getFilePointer())];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last words of the process, short enough for an error message. */
    public String tail() {
        String output = output().strip();
        return output.substring(Math.max(0, output.length() - 2_000));
    }

    public void stop() {
        stop(GRACE);
    }

    /** Asks the process to end; kills it when it has not after the grace time. */
    public void stop(Duration grace) {
        signal(command.stopSignal());
        signal("CONT");
        if (!endsWithin(grace)) {
            kill();
        }
    }

    /**
     * kill -9, and waits until the process and all that it had started are gone: those end by themselves when they miss it,
     * and wake up for that where they were frozen.
     */
    public void kill() {
        List<ProcessHandle> family = family().toList();
        process.destroyForcibly();
        endsWithin(KILLED_WITHIN);
        family.forEach(member -> signal(member, "CONT"));
        family.forEach(ChildProcess::awaitEnd);
    }

    /** Stops the clock of the process and of its children (SIGSTOP): alive, but silent from the moment this returns. */
    public void freeze() {
        List<ProcessHandle> family = family().toList();
        family.forEach(member -> signal(member, "STOP"));
        family.forEach(ChildProcess::awaitStandstill);
    }

    public void resume() {
        family().forEach(member -> signal(member, "CONT"));
    }

    public void signal(String signal) {
        signal(process.toHandle(), signal);
    }

    @Override
    public void close() {
        stop();
    }

    private Stream<ProcessHandle> family() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    /** Waits for the end; false when the time is over first, or the waiting thread is interrupted. */
    public boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A process that nobody buries counts as ended: it does nothing and holds nothing. */
    private static void awaitEnd(ProcessHandle handle) {
        long deadline = System.nanoTime() + KILLED_WITHIN.toNanos();
        while (handle.isAlive() && !ThreadStates.isDead(handle.pid())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("process " + handle.pid() + " does not end");
            }
            Pause.briefly();
        }
    }

    /** A thread takes notice of the signal when it is next scheduled: one that computes may still finish an answer. */
    private static void awaitStandstill(ProcessHandle handle) {
        long deadline = System.nanoTime() + FROZEN_WITHIN.toNanos();
        while (ThreadStates.anyRuns(handle.pid())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("process " + handle.pid() + " still runs after SIGSTOP");
            }
            Pause.briefly();
        }
    }

    private static void signal(ProcessHandle handle, String signal) {
        if (!handle.isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + handle.pid() + " 2>/dev/null")
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
