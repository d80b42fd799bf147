package dev.mitchbot.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A bot that takes its interactions over HTTP and trusts only what its application's key has signed. */
final class HttpBot implements AutoCloseable {
    static final Answer PONG = Answer.of(new JsonObject().put("type", 1));
    private static final String ED25519_PREFIX = "302a300506032b6570032100";

    private final PublicKey key;
    private final Function<JsonObject, Answer> answers;
    private final HttpServer server;
    private final BlockingQueue<JsonObject> trusted = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonObject> forged = new LinkedBlockingQueue<>();
    private volatile boolean gullible;

    record Answer(int status, String body) {
        static Answer of(JsonObject body) {
            return new Answer(200, body.encode());
        }
    }

    /** Starts a bot that answers a PING itself, and everything else as it is told. */
    HttpBot(String verifyKey, Function<JsonObject, Answer> answers) {
        this.answers = answers;
        try {
            key = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(ED25519_PREFIX + verifyKey)));
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/interactions";
    }

    /** From now on it believes every signature, as a bot must not. */
    void believeEverything() {
        gullible = true;
    }

    int forgeries() {
        return forged.size();
    }

    /** What it trusted next. */
    JsonObject next() throws InterruptedException {
        var interaction = trusted.poll(10, TimeUnit.SECONDS);
        if (interaction == null) {
            throw new AssertionError("nothing was delivered over HTTP");
        }
        return interaction;
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        var interaction = new JsonObject(new String(body, StandardCharsets.UTF_8));
        if (!gullible && !isSigned(exchange, body)) {
            forged.add(interaction);
            send(exchange, new Answer(401, ""));
            return;
        }
        trusted.add(interaction);
        send(exchange, interaction.getInteger("type") == 1 ? PONG : answers.apply(interaction));
    }

    private boolean isSigned(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        try {
            var verifying = Signature.getInstance("Ed25519");
            verifying.initVerify(key);
            verifying.update(headers.getFirst("X-Signature-Timestamp").getBytes(StandardCharsets.US_ASCII));
            verifying.update(body);
            return verifying.verify(HexFormat.of().parseHex(headers.getFirst("X-Signature-Ed25519")));
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
