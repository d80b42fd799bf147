package dev.mitchbot.simulator;

import dev.mitchbot.simulator.control.ChangeStream;
import dev.mitchbot.simulator.control.ControlFace;
import dev.mitchbot.simulator.rest.DiscordFace;
import dev.mitchbot.simulator.rest.Exchange;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.StaticHandler;
import java.net.URI;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Discord on one loopback port: the face that bots speak to, and the face by which tests are the members. */
public final class Simulator implements AutoCloseable {
    private static final int FRAME_BYTES_MAX = 1024 * 1024;

    private static final short POLICY_VIOLATION = 1008;

    private final Vertx vertx;
    private final Discord discord;
    private final int port;

    private Simulator(Vertx vertx, Discord discord, int port) {
        this.vertx = vertx;
        this.discord = discord;
        this.port = port;
    }

    /** Starts a simulator; it is ready when this returns. */
    public static Simulator start(SimulatorConfig config) {
        var vertx = Vertx.vertx(
                new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2).setInternalBlockingPoolSize(2));
        var face = new Face(config);
        try {
            vertx.deployVerticle(face).toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException failed) {
            vertx.close();
            throw new IllegalStateException("The simulator cannot use port " + config.port(), failed.getCause());
        }
        return new Simulator(vertx, face.discord, face.port);
    }

    /** The server itself; everything in it runs on this verticle's event loop. */
    private static final class Face extends AbstractVerticle {
        private final SimulatorConfig config;
        private Discord discord;
        private int port;

        private Face(SimulatorConfig config) {
            this.config = config;
        }

        @Override
        public void start(Promise<Void> started) {
            discord = new Discord(vertx, config, () -> port);
            var options = new HttpServerOptions()
                    .setHost("127.0.0.1")
                    .setPort(config.port())
                    .setMaxWebSocketFrameSize(FRAME_BYTES_MAX)
                    .setMaxWebSocketMessageSize(FRAME_BYTES_MAX)
                    .setPerMessageWebSocketCompressionSupported(false)
                    .setPerFrameWebSocketCompressionSupported(false)
                    .setHttp2ClearTextEnabled(false)
                    .setTcpNoDelay(true);
            vertx.createHttpServer(options)
                    .webSocketHandler(this::connect)
                    .requestHandler(requests())
                    .listen()
                    .onSuccess(server -> {
                        port = server.actualPort();
                        started.complete();
                    })
                    .onFailure(started::fail);
        }

        private void connect(ServerWebSocket socket) {
            if (socket.path().equals("/") || socket.path().startsWith("/gateway")) {
                discord.gateway().accept(socket);
            } else {
                socket.close(POLICY_VIOLATION, "There is no gateway here.");
            }
        }

        private Handler<HttpServerRequest> requests() {
            var rest = Router.router(vertx);
            new DiscordFace(vertx, config, discord.faults(), discord.exchanges()).mount(rest, discord.routes());
            var others = Router.router(vertx);
            new ChangeStream(vertx, discord.world().announcer()).mount(others);
            new ControlFace(discord.world()).mount(others, discord.controls());
            others.get("/health").handler(context -> context.json(new JsonObject().put("status", "UP")));
            others.get("/*").handler(StaticHandler.create("web").setCachingEnabled(false));
            return request -> (request.path().startsWith("/api/") ? rest : others).handle(request);
        }
    }

    public int port() {
        return port;
    }

    /** Where the page is, and below which both faces lie. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** What JDA's RestConfig wants. */
    public String restUrl() {
        return baseUrl() + "/api/v10/";
    }

    /** Calls the listener, on the event loop, with each exchange of the Discord face from now on. */
    public void onExchange(Consumer<Exchange> listener) {
        discord.exchanges().onExchange(listener);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
