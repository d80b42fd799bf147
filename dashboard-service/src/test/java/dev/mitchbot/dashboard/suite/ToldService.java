package dev.mitchbot.dashboard.suite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;

/** Stands where a service is and answers what it was told to, as no real one does twice in the same order. */
public final class ToldService implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Told> answers = new ConcurrentHashMap<>();
    private final AtomicInteger hangUps = new AtomicInteger();

    private record Told(int status, String body) {}

    /** @param name what the dashboard calls it */
    public ToldService(String name) {
        String url = ConfigProvider.getConfig().getValue("quarkus.rest-client." + name + ".url", String.class);
        try {
            server = HttpServer.create(
                    new InetSocketAddress("127.0.0.1", URI.create(url).getPort()), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** What it answers from now on; what it was not told to answer it hangs up on. */
    public ToldService answers(String method, int status, String body) {
        answers.put(method, new Told(status, body));
        return this;
    }

    /** Hangs up on so many whom it would answer. */
    public ToldService hangingUpFirst(int times) {
        hangUps.set(times);
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (hangUps.getAndDecrement() > 0) {
                return;
            }
            Told told = answers.get(exchange.getRequestMethod());
            if (told != null) {
                byte[] body = told.body().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("ETag", "\"7\"");
                exchange.getResponseHeaders().add("Connection", "close"); // the next test has a server of its own
                exchange.sendResponseHeaders(told.status(), body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
