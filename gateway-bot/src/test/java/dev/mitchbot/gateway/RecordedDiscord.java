package dev.mitchbot.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Discord's REST side with prescribed moods: it records what it is asked and answers as told. */
public final class RecordedDiscord {
    private static final RecordedDiscord ONLY = new RecordedDiscord();

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicReference<Function<Call, Said>> mood = new AtomicReference<>(call -> Said.ok());
    private final AtomicReference<Function<Call, Duration>> pace = new AtomicReference<>(call -> Duration.ZERO);
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;

    private RecordedDiscord() {
        server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> answer(request, body)))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public static RecordedDiscord instance() {
        return ONLY;
    }

    public String apiUrl() {
        return "http://127.0.0.1:" + server.actualPort() + "/api/v10";
    }

    public void behave(Function<Call, Said> now) {
        mood.set(now);
        pace.set(call -> Duration.ZERO);
    }

    /** How long each answer takes, until the next {@link #behave}. */
    public void takeTime(Function<Call, Duration> now) {
        pace.set(now);
    }

    /** The calls that concern one interaction, oldest first. */
    public List<Call> callsWith(String token) {
        return calls.stream().filter(call -> call.path().contains(token)).toList();
    }

    private void answer(HttpServerRequest request, Buffer body) {
        Call call = new Call(
                request.method().name(),
                request.path().substring("/api/v10".length()),
                body.length() == 0 ? new JsonObject() : new JsonObject(body));
        calls.add(call);
        Said said = mood.get().apply(call);
        request.response().setStatusCode(said.status());
        said.headers()
                .forEach(entry -> request.response()
                        .putHeader(entry.getKey(), entry.getValue().toString()));
        Duration pause = pace.get().apply(call);
        if (pause.isZero()) {
            request.response().end(said.body());
        } else {
            vertx.setTimer(pause.toMillis(), passed -> request.response().end(said.body()));
        }
    }

    public record Call(String method, String path, JsonObject body) {
        public boolean isCallback() {
            return path.endsWith("/callback");
        }

        /** The call without its token: {@code POST 4}, {@code PATCH @original}, {@code POST follow-up}. */
        public String shape() {
            if (isCallback()) {
                return "callback " + body.getInteger("type");
            }
            return method + " "
                    + (path.contains("/messages/") ? path.substring(path.lastIndexOf('/') + 1) : "follow-up");
        }
    }

    public record Said(int status, JsonObject headers, Buffer body) {
        public Said(int status, JsonObject headers, JsonObject body) {
            this(status, headers, body.toBuffer());
        }

        public static Said list(JsonArray items) {
            return new Said(200, new JsonObject(), items.toBuffer());
        }

        public static Said ok() {
            return new Said(
                    200, new JsonObject(), new JsonObject().put("id", "1").put("flags", 0));
        }

        public static Said message(long id, int flags) {
            return new Said(
                    200,
                    new JsonObject(),
                    new JsonObject().put("id", Long.toString(id)).put("flags", flags));
        }

        public static Said tooManyRequests(double seconds) {
            JsonObject body = new JsonObject().put("retry_after", seconds).put("global", false);
            return new Said(429, new JsonObject().put("Retry-After", "1"), body);
        }

        public static Said error(int status, int code) {
            return new Said(
                    status, new JsonObject(), new JsonObject().put("code", code).put("message", "as told"));
        }
    }
}
