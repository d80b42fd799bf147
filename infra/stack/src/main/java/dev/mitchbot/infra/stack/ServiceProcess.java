package dev.mitchbot.infra.stack;

import dev.mitchbot.infra.servers.ChildProcess;
import dev.mitchbot.infra.servers.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** One instance of a service, as a JVM of its own. */
public final class ServiceProcess implements Server {
    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWERS_WITHIN)
            .build();

    private final ChildProcess.Command command;
    private final URI url;
    private final URI ready;
    private volatile ChildProcess process;

    private ServiceProcess(Instance instance, ChildProcess.Command command) {
        this.command = command;
        this.url = URI.create(instance.url());
        this.ready = url.resolve(instance.service().readyPath());
    }

    /** Starts the process; it gets ready by itself. */
    static ServiceProcess launch(Instance instance, ChildProcess.Command command) {
        var service = new ServiceProcess(instance, command);
        service.launch();
        return service;
    }

    public URI url() {
        return url;
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    /** Starts the ended process again and returns at once; a service waits for its servers by itself. */
    public void launch() {
        process = ChildProcess.start(command);
    }

    @Override
    public void restart() {
        if (isAlive()) {
            stop();
        }
        launch();
        awaitReady();
    }

    @Override
    public void close() {
        stop();
    }

    public boolean isReady() {
        try {
            var request = HttpRequest.newBuilder(ready).timeout(ANSWERS_WITHIN).build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command.name(), e);
        }
    }

    /** Waits until the service says that it is ready; fails at once when it ends instead. */
    public void awaitReady() {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        // what answers may be another program on the port of one that has ended
        while (!isReady() || !isAlive()) {
            if (!isAlive()) {
                throw new Refusal(command.name() + " ended with exit code "
                        + process.onExit().join() + " while starting; its log " + command.log() + " ends with:\n"
                        + process.tail());
            }
            if (System.nanoTime() > deadline) {
                throw new Refusal(command.name() + " is not ready after " + READY_WITHIN.toSeconds()
                        + " s; see its log " + command.log() + ".");
            }
            process.endsWithin(LOOK_EVERY);
        }
    }
}
