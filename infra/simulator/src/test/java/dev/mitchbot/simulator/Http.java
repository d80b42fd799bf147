package dev.mitchbot.simulator;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Plain HTTP to either face of a simulator. */
final class Http {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String root;
    private final String token;

    private Http(String root, String token) {
        this.root = root;
        this.token = token;
    }

    static Http discord(Simulator simulator) {
        return new Http(simulator.baseUrl() + "/api/v10", SimulatorConfig.DEMO_TOKEN);
    }

    static Http discord(Simulator simulator, String token) {
        return new Http(simulator.baseUrl() + "/api/v10", token);
    }

    static Http control(Simulator simulator) {
        return new Http(simulator.baseUrl() + "/sim/v1", "");
    }

    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        JsonObject json() {
            return new JsonObject(response.body());
        }

        JsonArray list() {
            return new JsonArray(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    Answer delete(String path) {
        return send("DELETE", path, null);
    }

    Answer send(String method, String path, Object body) {
        var publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body instanceof String text ? text : Json.encode(body));
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .method(method, publisher)
                .header("Content-Type", "application/json")
                .header("X-Audit-Log-Reason", "because%20of%20the%20test");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bot " + token);
        }
        try {
            return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
