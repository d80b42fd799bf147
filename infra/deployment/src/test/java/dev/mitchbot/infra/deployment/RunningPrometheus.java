package dev.mitchbot.infra.deployment;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.infra.servers.Ports;
import dev.mitchbot.infra.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real Prometheus with the demo's configuration and the rules, looking at a stack once a second. */
final class RunningPrometheus implements AutoCloseable {
    private static final Map<String, String> DEMO_PORTS = Map.of(
            "gateway-1", "8080", "economy-1", "8081", "games-1", "8082", "moderation-1", "8083", "dashboard-1", "8084");

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = Ports.free();
    private final Process process;

    private RunningPrometheus(Path folder) throws IOException {
        process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + folder.resolve("demo.yml"),
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
    }

    static RunningPrometheus watching(Stack stack, Path folder) throws IOException {
        String configuration =
                Repository.text("infra/prometheus/demo.yml").replaceAll("(?m)(_interval): 5s$", "$1: 1s");
        for (var usual : DEMO_PORTS.entrySet()) {
            configuration = configuration.replace(
                    "127.0.0.1:" + usual.getValue() + "\"",
                    stack.url(usual.getKey()).replace("http://", "") + "\"");
        }
        Files.writeString(folder.resolve("demo.yml"), configuration);
        Files.writeString(folder.resolve("rules.yml"), Repository.text("infra/prometheus/rules.yml"));
        var prometheus = new RunningPrometheus(folder);
        try {
            await().atMost(Duration.ofSeconds(60))
                    .ignoreException(UncheckedIOException.class)
                    .until(prometheus::isReady);
            return prometheus;
        } catch (RuntimeException e) {
            prometheus.close();
            throw e;
        }
    }

    JsonNode targets() {
        return get("/api/v1/targets?state=active").path("data").path("activeTargets");
    }

    JsonNode rules() {
        return get("/api/v1/rules").path("data").path("groups").path(0).path("rules");
    }

    /** What an expression gives now; an AssertionError says what is wrong with it. */
    JsonNode query(String expression) {
        JsonNode answer = get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        if (!answer.path("status").asText().equals("success")) {
            throw new AssertionError(expression + ": " + answer);
        }
        return answer.path("data").path("result");
    }

    List<String> alerts(String name) {
        return get("/api/v1/alerts")
                .path("data")
                .path("alerts")
                .valueStream()
                .filter(alert -> alert.path("labels").path("alertname").asText().equals(name))
                .map(alert -> alert.path("labels").path("service").asText()
                        + alert.path("labels").path("topic").asText()
                        + " " + alert.path("state").asText())
                .toList();
    }

    private boolean isReady() {
        return send("/-/ready").startsWith("Prometheus Server is Ready");
    }

    private JsonNode get(String path) {
        return Repository.json(send(path));
    }

    private String send(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking Prometheus", e);
        }
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
