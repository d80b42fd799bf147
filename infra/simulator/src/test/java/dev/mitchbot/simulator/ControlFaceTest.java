package dev.mitchbot.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlFaceTest {
    private Simulator simulator;
    private Http control;
    private Stage stage;

    @BeforeEach
    void start() {
        simulator = Simulator.start(SimulatorConfig.onFreePort());
        control = Http.control(simulator);
        stage = new Stage(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void startsWithTheSameGuildEveryTime() {
        try (var other = Simulator.start(SimulatorConfig.onFreePort())) {
            assertThat(Http.control(other).get("/state").json())
                    .isEqualTo(control.get("/state").json());
        }
    }

    @Test
    void refusesByNamingTheField() {
        assertProblem(control.post("/guilds", new JsonObject()), 400, "name");
        assertProblem(
                control.post("/guilds", new JsonObject().put("name", "Big").put("members", 5_001)), 400, "members");
        assertProblem(control.get("/guilds/1/audit-log"), 404, "guild");
        assertProblem(control.post(stage.inGeneral("/messages"), new JsonObject().put("content", "x")), 400, "userId");
        assertProblem(
                control.post(
                        stage.inGeneral("/messages"),
                        new JsonObject().put("userId", "1").put("content", "x")),
                404,
                "member");
        assertProblem(
                control.post(
                        stage.inGeneral("/commands"),
                        new JsonObject().put("userId", stage.member("bob")).put("command", "none")),
                404,
                "command");
        assertProblem(control.get("/interactions/1"), 404, "interaction");
        assertProblem(control.get("/interactions/1?wait=60001"), 400, "wait");
        assertProblem(control.post("/faults", new JsonObject().put("kind", "meteor")), 400, "kind");
        assertThat(control.post("/guilds", "[1]").status()).isEqualTo(400);
        assertThat(control.post("/guilds", "{").status()).isEqualTo(400);
    }

    private static void assertProblem(Http.Answer answer, int status, String field) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().getInteger("status")).isEqualTo(status);
        assertThat(answer.json().getString("field")).isEqualTo(field);
        assertThat(answer.json().getString("detail")).contains(field);
    }

    @Test
    void foundsAGuildOfFiveThousandWithinASecond() {
        control.post("/guilds", new JsonObject().put("name", "Warm").put("members", 100));
        var before = Instant.now();
        var guild = control.post(
                        "/guilds", new JsonObject().put("name", "Large").put("members", 5_000))
                .json();

        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));
        assertThat(guild.getJsonArray("members")).hasSize(5_001);
    }

    @Test
    void letsMembersComeAndGo() {
        var members = "/guilds/" + stage.guild() + "/members";
        try (var gateway = GatewayClient.identified(simulator)) {
            var joined = control.post(
                            members,
                            new JsonObject().put("name", "frank").put("accountCreatedAt", "2026-11-01T00:00:00Z"))
                    .json();
            var event = gateway.await("GUILD_MEMBER_ADD").getJsonObject("d");
            assertThat(event.getJsonObject("user").getString("username")).isEqualTo("frank");
            var id = Long.parseLong(joined.getString("id"));
            assertThat(Instant.ofEpochMilli((id >> 22) + 1_420_070_400_000L))
                    .isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
            assertThat(control.delete(members + "/" + id).status()).isEqualTo(204);
            gateway.await("GUILD_MEMBER_REMOVE");
        }
    }

    @Test
    void tellsTheBotOfReactions() {
        var message = stage.say("alice", "react to this");
        var reaction =
                stage.inGeneral("/messages/" + message + "/reactions/%F0%9F%91%8D?userId=" + stage.member("bob"));
        try (var gateway = GatewayClient.identified(simulator)) {
            assertThat(control.put(reaction, new JsonObject()).status()).isEqualTo(204);
            var added = gateway.await("MESSAGE_REACTION_ADD").getJsonObject("d");
            assertThat(added.getJsonObject("emoji").getString("name")).isEqualTo("👍");
            assertThat(control.delete(reaction).status()).isEqualTo(204);
            gateway.await("MESSAGE_REACTION_REMOVE");
        }
    }

    @Test
    void keepsOnlySoManyMessages() {
        simulator.close();
        simulator = Simulator.start(SimulatorConfig.onFreePort().with(new SimulatorConfig.Bounds(5, 10, 10, 10)));
        control = Http.control(simulator);
        stage = new Stage(simulator);
        for (int count = 0; count < 8; count++) {
            stage.say("alice", "message " + count);
        }

        var messages = control.get(stage.inGeneral("/messages")).list();
        assertThat(messages).hasSize(5);
        assertThat(messages.getJsonObject(0).getString("content")).isEqualTo("message 7");
    }

    @Test
    void misbehavesOnDemandAndRecovers() {
        var discord = Http.discord(simulator);
        control.post("/faults", new JsonObject().put("kind", "error").put("route", "/users/*"));
        assertThat(discord.get("/users/@me").status()).isEqualTo(500);
        assertThat(discord.get("/gateway/bot").status()).isEqualTo(200);
        control.delete("/faults");
        assertThat(discord.get("/users/@me").status()).isEqualTo(200);

        control.post("/faults", new JsonObject().put("kind", "rate-limit").put("ms", 1_500));
        var limited = discord.get("/users/@me");
        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.header("Retry-After")).isEqualTo("2");
        control.delete("/faults");

        control.post("/faults", new JsonObject().put("kind", "latency").put("ms", 200));
        var before = Instant.now();
        discord.get("/users/@me");
        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void cutsAndDropsOnTheGateway() {
        try (var gateway = GatewayClient.identified(simulator)) {
            control.post("/faults", new JsonObject().put("kind", "drop").put("route", "MESSAGE_CREATE"));
            stage.say("alice", "dropped");
            control.delete("/faults");
            stage.say("alice", "kept");
            assertThat(gateway.await("MESSAGE_CREATE").getJsonObject("d").getString("content"))
                    .isEqualTo("kept");
            control.post("/faults", new JsonObject().put("kind", "disconnect"));
            assertThat(gateway.closeCode()).isEqualTo(4000);
        }
    }

    @Test
    void streamsChanges() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/sim/v1/stream"))
                .build();
        var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).startsWith(":");
            assertThat(lines.readLine()).isEqualTo("retry: 1000");
            assertThat(lines.readLine()).isEmpty();
            var message = stage.say("alice", "look");
            var change = new JsonObject(lines.readLine().substring("data: ".length()));
            assertThat(change.getString("type")).isEqualTo("message");
            assertThat(change.getString("id")).isEqualTo(message);
            assertThat(change.getString("channelId")).isEqualTo(stage.channel("general"));
        }
    }

    @Test
    void turnsAwayTheViewerForWhomThereIsNoRoom() throws Exception {
        var stream = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/sim/v1/stream"))
                .build();
        try (var viewers = HttpClient.newHttpClient()) {
            for (int viewer = 1; viewer <= 100; viewer++) {
                viewers.send(stream, HttpResponse.BodyHandlers.ofInputStream());
            }

            var refused = control.get("/stream");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(refused.json().getInteger("status")).isEqualTo(503);
            assertThat(refused.json().getString("detail")).contains("100 viewers");
            viewers.shutdownNow();
        }
    }

    @Test
    void keepsTheLastExchanges() {
        Http.discord(simulator).get("/users/@me");

        JsonArray exchanges = control.get("/exchanges?limit=1").list();
        assertThat(exchanges.getJsonObject(0).getString("path")).isEqualTo("/users/@me");
        assertThat(exchanges.getJsonObject(0).getInteger("status")).isEqualTo(200);
    }

    @Test
    void isHealthy() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/health"))
                .build();
        var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
    }
}
