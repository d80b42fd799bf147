package dev.mitchbot.simulator.interactions;

import dev.mitchbot.simulator.SimulatorConfig;
import dev.mitchbot.simulator.rest.ApiError;
import dev.mitchbot.simulator.rest.Content;
import dev.mitchbot.simulator.world.World;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The URL at which a bot takes its interactions over HTTP, when it has named one. */
public final class Endpoint {
    private static final int PING = 1;
    private static final int CONNECTIONS_MAX = 100;

    private final World world;
    private final SigningKey key;
    private final HttpClient client;
    private final long patienceMs;
    private Optional<String> url = Optional.empty();

    public Endpoint(Vertx vertx, World world, SigningKey key, SimulatorConfig config) {
        this.world = world;
        this.key = key;
        this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS_MAX));
        this.patienceMs = Math.max(1, config.deadlines().acknowledgement().toMillis());
    }

    /** What an endpoint answered. */
    record Answer(int status, Content content) {}

    public Optional<String> url() {
        return url;
    }

    public String publicKey() {
        return key.publicHex();
    }

    void clear() {
        url = Optional.empty();
    }

    /** Takes the URL once it has shown that it answers a PING and refuses a forged one; else says why not. */
    Future<Void> verify(String candidate) {
        var ping = ping().toBuffer();
        return post(candidate, ping, false)
                .map(Endpoint::checkedPong)
                .compose(answered -> post(candidate, ping, true))
                .map(Endpoint::checkedRefusal)
                .onSuccess(proven -> url = Optional.of(candidate))
                .mapEmpty();
    }

    Future<Answer> send(String to, JsonObject payload) {
        return post(to, payload.toBuffer(), false);
    }

    private JsonObject ping() {
        return new JsonObject()
                .put("id", world.snowflakes().next())
                .put("application_id", world.bot().id())
                .put("type", PING)
                .put("token", UUID.randomUUID().toString().replace("-", ""))
                .put("version", 1)
                .put("user", world.bot().json())
                .put("app_permissions", "0")
                .put("authorizing_integration_owners", new JsonObject())
                .put("entitlements", new JsonArray());
    }

    private Future<Answer> post(String to, Buffer body, boolean forged) {
        var timestamp = Long.toString(Instant.now().getEpochSecond());
        var signature = key.signature(forged ? timestamp + "0" : timestamp, body.getBytes());
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(to)
                .setTimeout(patienceMs)
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Discord-Interactions/1.0 (simulator)")
                .putHeader("X-Signature-Ed25519", signature)
                .putHeader("X-Signature-Timestamp", timestamp);
        return client.request(options).compose(request -> exchange(request, body));
    }

    private static Future<Answer> exchange(HttpClientRequest request, Buffer body) {
        return request.send(body)
                .compose(response -> response.body()
                        .map(answer -> new Answer(
                                response.statusCode(), new Content(response.getHeader("Content-Type"), answer))));
    }

    private static boolean checkedPong(Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException("a signed PING was answered " + answer.status() + " instead of 200");
        }
        if (!isPong(answer.content())) {
            throw new IllegalStateException("a signed PING was not answered with {\"type\": 1}");
        }
        return true;
    }

    private static boolean isPong(Content content) {
        try {
            return Integer.valueOf(PING).equals(content.object().getValue("type"));
        } catch (ApiError notJson) {
            return false;
        }
    }

    private static boolean checkedRefusal(Answer answer) {
        if (answer.status() != 401) {
            throw new IllegalStateException(
                    "a PING with a wrong signature was answered " + answer.status() + " instead of 401");
        }
        return true;
    }
}
