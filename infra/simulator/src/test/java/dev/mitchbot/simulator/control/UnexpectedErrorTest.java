package dev.mitchbot.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.simulator.world.World;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnexpectedErrorTest {
    private static final Logger EXPECTED = Logger.getLogger(ControlFace.class.getName());

    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @BeforeEach
    void start() {
        EXPECTED.setLevel(Level.OFF);
        var router = Router.router(vertx);
        new ControlFace(new World("1", 1))
                .mount(
                        router,
                        List.of(() -> List.of(
                                Control.get("/thrown", order -> {
                                    throw new IllegalStateException("a secret of the simulator");
                                }),
                                Control.get(
                                        "/failed",
                                        order -> Future.failedFuture(
                                                new IllegalStateException("a secret of the simulator"))))));
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void stop() {
        EXPECTED.setLevel(null);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/thrown", "/failed"})
    void isAProblemThatTellsNoDetails(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + server.actualPort() + "/sim/v1" + path))
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(new JsonObject(answer.body()).getInteger("status")).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("secret");
        }
    }
}
