package dev.mitchbot.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A gateway client that says exactly what a test tells it to. */
final class GatewayClient implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int ALL_INTENTS = 53_608_447;

    private final BlockingQueue<JsonObject> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    private String session = "";

    GatewayClient(Simulator simulator) {
        socket = HTTP.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + simulator.port() + "/gateway?v=10&encoding=json"), this)
                .join();
    }

    static GatewayClient identified(Simulator simulator) {
        var client = new GatewayClient(simulator);
        client.identify(SimulatorConfig.DEMO_TOKEN, ALL_INTENTS, 0, 1);
        client.session = client.await("READY").getJsonObject("d").getString("session_id");
        client.await("GUILD_CREATE");
        return client;
    }

    String session() {
        return session;
    }

    void send(int op, Object data) {
        socket.sendText(new JsonObject().put("op", op).put("d", data).encode(), true)
                .join();
    }

    void sendRaw(String text) {
        socket.sendText(text, true).join();
    }

    void identify(String token, int intents, int shard, int shards) {
        send(
                2,
                new JsonObject()
                        .put("token", token)
                        .put("intents", intents)
                        .put("shard", new JsonArray().add(shard).add(shards))
                        .put("properties", new JsonObject()));
    }

    void resume(String session, long sequence) {
        send(
                6,
                new JsonObject()
                        .put("token", SimulatorConfig.DEMO_TOKEN)
                        .put("session_id", session)
                        .put("seq", sequence));
    }

    /** The next event of this type; what comes before it is passed over. */
    JsonObject await(String type) {
        while (true) {
            var frame = next();
            if (type.equals(frame.getString("t"))) {
                return frame;
            }
        }
    }

    JsonObject awaitOp(int op) {
        while (true) {
            var frame = next();
            if (frame.getInteger("op") == op) {
                return frame;
            }
        }
    }

    private JsonObject next() {
        try {
            var frame = received.poll(5, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("The gateway said nothing for 5 s");
            }
            return frame;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    int closeCode() {
        return closeCode.orTimeout(5, TimeUnit.SECONDS).join();
    }

    /** Says good-bye with this code and waits until the gateway has heard it. */
    void close(int code) {
        socket.sendClose(code, "").join();
        closeCode();
    }

    /** Breaks the connection without a good-bye, so that the session can be resumed. */
    void cut() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            received.add(new JsonObject(partial.toString()));
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        closeCode.complete(statusCode);
        return null;
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
        socket.abort();
    }
}
