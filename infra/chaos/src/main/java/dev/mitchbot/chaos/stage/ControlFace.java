package dev.mitchbot.chaos.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** The simulator's control face: the members' side of Discord, and Discord's own faults. */
public final class ControlFace implements AutoCloseable {
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;

    /** Discord does not let a member do that: the button is not there any more. */
    public static final class Refused extends RuntimeException {
        Refused(String what) {
            super(what);
        }
    }

    public ControlFace(String simulatorUrl) {
        url = simulatorUrl + "/sim/v1";
    }

    public JsonNode get(String path) {
        return send(request(path).build());
    }

    public JsonNode post(String path, Map<String, Object> body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(MAPPER.valueToTree(body).toString()))
                .build());
    }

    /** How many gateways hold a connection to Discord. */
    public int gatewaySessions() {
        return get("/state").path("bot").path("sessions").asInt();
    }

    public boolean knowsCommand(String name) {
        return get("/state").path("commands").findValuesAsText("name").contains(name);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(ANSWERS_WITHIN);
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
            return MAPPER.readTree(response.body());
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
