package dev.mitchbot.infra.stack.visit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/** The simulator's control face: what a member can do in Discord, and Discord's own faults. */
public final class ControlApi implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final Duration answersWithin;

    /** Discord does not let a member do that: the button is not there any more. */
    public static final class Refused extends RuntimeException {
        Refused(String what) {
            super(what);
        }
    }

    public ControlApi(String simulatorUrl, Duration answersWithin) {
        this.url = simulatorUrl;
        this.answersWithin = answersWithin;
    }

    /** What there is at this path below /sim/v1. */
    public JsonNode get(String path) {
        return send(control(path).build());
    }

    public JsonNode post(String path, Map<String, Object> body) {
        return send(withBody(control(path), "POST", body));
    }

    public JsonNode patch(String path, Map<String, Object> body) {
        return send(withBody(control(path), "PATCH", body));
    }

    public JsonNode delete(String path) {
        return send(control(path).DELETE().build());
    }

    /** Has the bot with this token put something at a path of Discord's own API, below /api/v10. */
    public JsonNode putAsBot(String token, String path, Object body) {
        return send(withBody(request("/api/v10" + path).header("Authorization", "Bot " + token), "PUT", body));
    }

    public boolean knowsCommands(Collection<String> names) {
        return get("/state").path("commands").findValuesAsText("name").containsAll(names);
    }

    /** How many gateways hold a connection to Discord. */
    public int gatewaySessions() {
        return get("/state").path("bot").path("sessions").asInt();
    }

    private HttpRequest.Builder control(String path) {
        return request("/sim/v1" + path);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(answersWithin);
    }

    private static HttpRequest withBody(HttpRequest.Builder request, String method, Object body) {
        BodyPublisher json = BodyPublishers.ofString(JSON.valueToTree(body).toString());
        return request.header("Content-Type", "application/json")
                .method(method, json)
                .build();
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 == 4) {
                throw new Refused(request + " got " + response.statusCode() + ": " + response.body());
            }
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(request + " got " + response.statusCode() + ": " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at " + request, e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
