package dev.mitchbot.bench.wait;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.net.URI;

/** The simulator's control face, for very many members at once: one event loop, connections that stay open. */
final class ControlFace {
    private final HttpClient http;

    ControlFace(Vertx vertx, String simulatorUrl, int connections) {
        URI url = URI.create(simulatorUrl);
        http = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost(url.getHost())
                .setDefaultPort(url.getPort())
                .setMaxPoolSize(connections)
                .setMaxWaitQueueSize(connections)
                .setKeepAlive(true)
                .setTcpNoDelay(true));
    }

    Future<JsonObject> get(String path) {
        return send(HttpMethod.GET, path, Buffer.buffer());
    }

    Future<JsonObject> post(String path, JsonObject body) {
        return send(HttpMethod.POST, path, body.toBuffer());
    }

    private Future<JsonObject> send(HttpMethod method, String path, Buffer body) {
        return http.request(method, "/sim/v1" + path)
                .compose(request -> request.send(body).compose(response -> read(response, method + " " + path)));
    }

    /** To be called as the response comes in: what arrives while nobody reads is lost. */
    private static Future<JsonObject> read(HttpClientResponse response, String what) {
        return response.body().map(answer -> {
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(what + ": " + answer);
            }
            return answer.toJsonObject();
        });
    }
}
