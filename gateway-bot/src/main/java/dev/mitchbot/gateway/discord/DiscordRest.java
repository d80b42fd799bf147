package dev.mitchbot.gateway.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.telemetry.GatewayMetrics;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Discord's REST API without a thread per request. What may pass (no answer, 429, 5xx) is tried again with growing pauses:
 * a patient call until its deadline, any other only so often. Few calls can be patient at once, as each may hold back what
 * comes after it. What Discord refuses is an answer like any other. What Discord itself waits for has connections and a
 * thread of its own: hundreds of late answers, as after an outage, are no reason to miss the three seconds of a new
 * interaction.
 */
@ApplicationScoped
public class DiscordRest {
    private static final Logger LOG = Logger.getLogger(DiscordRest.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USER_AGENT = "DiscordBot (https://github.com/mitchbot, 1.0)";
    private static final int KEEP_ALIVE_SECONDS = 60;

    /** A client, and the loop that does its work. */
    private record Line(Vertx loop, HttpClient client) {}

    private final Vertx vertx;
    private final Vertx forCallbacks = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(1)
            .setFileSystemOptions(
                    new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    private final GatewaySettings.Discord settings;
    private final GatewayMetrics metrics;
    private final Semaphore patience;
    private final Line callbacks;
    private final Line others;
    private final URI base;

    DiscordRest(Vertx vertx, GatewaySettings settings, GatewayMetrics metrics) {
        this.vertx = vertx;
        this.settings = settings.discord();
        this.metrics = metrics;
        patience = new Semaphore(this.settings.patientCalls());
        base = URI.create(this.settings.apiUrl());
        callbacks = line(forCallbacks, this.settings.callbackConnections());
        others = line(vertx, this.settings.connections());
    }

    @PreDestroy
    void close() {
        forCallbacks.close();
    }

    private Line line(Vertx loop, int connections) {
        HttpClient client = loop.createHttpClient(
                new HttpClientOptions()
                        .setSsl("https".equals(base.getScheme()))
                        .setDefaultHost(base.getHost())
                        .setDefaultPort(port(base))
                        .setKeepAlive(true)
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                        .setTcpNoDelay(true)
                        .setMaxWaitQueueSize(settings.waitingRequests()),
                new PoolOptions().setHttp1MaxSize(connections));
        return new Line(loop, client);
    }

    /** Completes always, with {@link DiscordResponse#status()} 0 when Discord never answered. */
    public CompletionStage<DiscordResponse> send(DiscordCall call) {
        return attempt(call, 1, settings.backOff());
    }

    private CompletionStage<DiscordResponse> attempt(DiscordCall call, int number, Duration pause) {
        return once(call).thenCompose(response -> {
            if (!response.isPassing()) {
                return CompletableFuture.completedStage(response);
            }
            Duration wait = pause.compareTo(response.pause()) > 0 ? pause : response.pause();
            metrics.httpTrouble(response.status() == 0 ? "none" : String.valueOf(response.status()));
            boolean lastTry = number == settings.attempts();
            if (Instant.now().plus(wait).isAfter(call.deadline()) || lastTry && !becomesPatient(call)) {
                LOG.warnf("%s given up after %d tries: %s", call, number, response.complaint());
                return CompletableFuture.completedStage(response);
            }
            CompletionStage<DiscordResponse> outcome = after(wait)
                    .thenCompose(passed -> attempt(call, number + 1, doubled(pause)))
                    .thenApply(last -> last.afterOneLike(response));
            return lastTry ? outcome.whenComplete((ended, error) -> patience.release()) : outcome;
        });
    }

    private boolean becomesPatient(DiscordCall call) {
        return call.isPatient() && patience.tryAcquire();
    }

    private Duration doubled(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(settings.maxBackOff()) > 0 ? settings.maxBackOff() : twice;
    }

    private CompletionStage<Void> after(Duration wait) {
        CompletableFuture<Void> passed = new CompletableFuture<>();
        vertx.setTimer(Math.max(1, wait.toMillis()), timer -> passed.complete(null));
        return passed;
    }

    /** On an event loop from the start: a listener that another thread adds may come too late for the response's body. */
    private CompletionStage<DiscordResponse> once(DiscordCall call) {
        Promise<DiscordResponse> outcome = Promise.promise();
        Line line = call.awaited() ? callbacks : others;
        line.loop().runOnContext(start -> exchange(call, line.client()).onComplete(outcome));
        return outcome.future().toCompletionStage();
    }

    private Future<DiscordResponse> exchange(DiscordCall call, HttpClient client) {
        RequestOptions options = new RequestOptions()
                .setMethod(call.method())
                .setURI(base.getRawPath() + call.path())
                .setTimeout(call.timeout().orElse(settings.requestTimeout()).toMillis());
        return client.request(options)
                .compose(request -> send(request, call))
                .compose(response -> response.body().map(body -> read(response, body)))
                .otherwise(error -> {
                    LOG.debugf("%s: %s", call, error.getMessage());
                    return DiscordResponse.none();
                });
    }

    private Future<HttpClientResponse> send(HttpClientRequest request, DiscordCall call) {
        request.putHeader("User-Agent", USER_AGENT);
        if (call.asBot()) {
            request.putHeader("Authorization", "Bot " + settings.token().orElse(""));
        }
        call.reason()
                .ifPresent(reason -> request.putHeader(
                        "X-Audit-Log-Reason",
                        URLEncoder.encode(reason, StandardCharsets.UTF_8).replace("+", "%20")));
        if (call.body().isEmpty()) {
            return request.send();
        }
        request.putHeader("Content-Type", "application/json");
        return request.send(Buffer.buffer(bytes(call.body().orElseThrow())));
    }

    private static DiscordResponse read(HttpClientResponse response, Buffer body) {
        return new DiscordResponse(
                response.statusCode(), body.getBytes(), RateLimitHeaders.waitOf(response, body), false);
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree that is no JSON", e);
        }
    }

    private static int port(URI uri) {
        if (uri.getPort() != -1) {
            return uri.getPort();
        }
        return "https".equals(uri.getScheme()) ? 443 : 80;
    }
}
