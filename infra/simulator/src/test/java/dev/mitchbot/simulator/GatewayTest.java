package dev.mitchbot.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayTest {
    private static final int GUILDS = 1;
    private static final int GUILD_MESSAGES = 1 << 9;

    private Simulator simulator;
    private Stage stage;
    private Http control;

    @BeforeEach
    void start() {
        simulator = Simulator.start(SimulatorConfig.onFreePort());
        stage = new Stage(simulator);
        control = Http.control(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void greetsAcknowledgesAndAnnouncesItsGuild() {
        try (var client = new GatewayClient(simulator)) {
            assertThat(client.awaitOp(10).getJsonObject("d").getInteger("heartbeat_interval"))
                    .isEqualTo(41_250);
            client.send(1, null);
            client.awaitOp(11);
            client.identify(SimulatorConfig.DEMO_TOKEN, GUILDS, 0, 1);
            var ready = client.await("READY").getJsonObject("d");
            assertThat(ready.getJsonObject("user").getString("id")).isEqualTo(stage.bot());
            assertThat(client.await("GUILD_CREATE").getJsonObject("d").getInteger("member_count"))
                    .isEqualTo(6);
        }
    }

    @Test
    void closesWithTheCodeOfEachMistake() {
        assertThat(closeAfter(client -> client.identify("wrong", GUILDS, 0, 1))).isEqualTo(4004);
        assertThat(closeAfter(client -> client.identify(SimulatorConfig.DEMO_TOKEN, GUILDS, 2, 2)))
                .isEqualTo(4010);
        assertThat(closeAfter(client -> client.identify(SimulatorConfig.DEMO_TOKEN, 1 << 30, 0, 1)))
                .isEqualTo(4013);
        assertThat(closeAfter(client -> client.send(8, new JsonObject()))).isEqualTo(4003);
        assertThat(closeAfter(client -> client.send(77, null))).isEqualTo(4001);
        assertThat(closeAfter(client -> client.sendRaw("not json"))).isEqualTo(4002);
        assertThat(closeAfter(client -> {
                    client.identify(SimulatorConfig.DEMO_TOKEN, GUILDS, 0, 1);
                    client.identify(SimulatorConfig.DEMO_TOKEN, GUILDS, 0, 1);
                }))
                .isEqualTo(4005);
        assertThat(closeAfter(client -> {
                    for (int beat = 0; beat <= 120; beat++) {
                        client.send(1, null);
                    }
                }))
                .isEqualTo(4008);
    }

    private int closeAfter(java.util.function.Consumer<GatewayClient> mistake) {
        try (var client = new GatewayClient(simulator)) {
            mistake.accept(client);
            return client.closeCode();
        }
    }

    @Test
    void replaysWhatWasMissedToAResumedSession() {
        var first = GatewayClient.identified(simulator);
        stage.say("alice", "heard");
        var heard = first.await("MESSAGE_CREATE");
        var session = first.session();
        first.cut();
        stage.say("alice", "missed");

        try (var second = new GatewayClient(simulator)) {
            second.resume(session, heard.getLong("s"));
            assertThat(second.await("MESSAGE_CREATE").getJsonObject("d").getString("content"))
                    .isEqualTo("missed");
            second.await("RESUMED");
        }
    }

    @Test
    void refusesToResumeAnUnknownOrEndedSession() {
        try (var client = new GatewayClient(simulator)) {
            client.resume("0123456789abcdef0123456789abcdef", 1);
            assertThat(client.awaitOp(9).getBoolean("d")).isFalse();
        }
        var ended = GatewayClient.identified(simulator);
        var session = ended.session();
        ended.close(1000);
        try (var client = new GatewayClient(simulator)) {
            client.resume(session, 1);
            assertThat(client.awaitOp(9).getBoolean("d")).isFalse();
        }
    }

    @Test
    void refusesToReplayMoreThanItKeeps() {
        simulator.close();
        simulator = Simulator.start(SimulatorConfig.onFreePort().with(new SimulatorConfig.Bounds(100, 100, 100, 3)));
        stage = new Stage(simulator);
        var first = GatewayClient.identified(simulator);
        var session = first.session();
        first.cut();
        for (int count = 0; count < 5; count++) {
            stage.say("alice", "message " + count);
        }

        try (var second = new GatewayClient(simulator)) {
            second.resume(session, 2);
            assertThat(second.awaitOp(9).getBoolean("d")).isFalse();
        }
    }

    @Test
    void tellsEverySessionOfTheSameShard() {
        try (var one = GatewayClient.identified(simulator);
                var other = GatewayClient.identified(simulator)) {
            stage.say("alice", "to both");

            assertThat(one.await("MESSAGE_CREATE").getJsonObject("d").getString("content"))
                    .isEqualTo("to both");
            assertThat(other.await("MESSAGE_CREATE").getJsonObject("d").getString("content"))
                    .isEqualTo("to both");
            assertThat(control.get("/state").json().getJsonObject("bot").getInteger("sessions"))
                    .isEqualTo(2);
        }
    }

    @Test
    void hidesContentFromASessionWithoutTheIntent() {
        try (var client = new GatewayClient(simulator)) {
            client.identify(SimulatorConfig.DEMO_TOKEN, GUILDS | GUILD_MESSAGES, 0, 1);
            client.await("GUILD_CREATE");
            stage.say("alice", "secret");
            assertThat(client.await("MESSAGE_CREATE").getJsonObject("d").getString("content"))
                    .isEmpty();
            stage.say("alice", "hello <@" + stage.bot() + ">");
            assertThat(client.await("MESSAGE_CREATE").getJsonObject("d").getString("content"))
                    .startsWith("hello");
        }
    }

    @Test
    void sendsNoMessagesToASessionWithoutTheirIntent() {
        try (var client = new GatewayClient(simulator)) {
            client.identify(SimulatorConfig.DEMO_TOKEN, GUILDS, 0, 1);
            client.await("GUILD_CREATE");
            stage.say("alice", "not for you");
            control.post("/guilds", new JsonObject().put("name", "Marker"));
            assertThat(client.awaitOp(0).getString("t")).isEqualTo("GUILD_CREATE");
        }
    }

    @Test
    void routesGuildsToTheirShards() {
        long shard = (Long.parseLong(stage.guild()) >> 22) % 2;
        try (var owner = new GatewayClient(simulator);
                var other = new GatewayClient(simulator)) {
            owner.identify(SimulatorConfig.DEMO_TOKEN, GUILDS, (int) shard, 2);
            other.identify(SimulatorConfig.DEMO_TOKEN, GUILDS, (int) (1 - shard), 2);

            assertThat(owner.await("READY").getJsonObject("d").getJsonArray("guilds"))
                    .hasSize(1);
            assertThat(other.await("READY").getJsonObject("d").getJsonArray("guilds"))
                    .isEmpty();
        }
    }

    @Test
    void givesMembersInChunksOfAThousand() {
        var guild = control.post(
                        "/guilds", new JsonObject().put("name", "Large").put("members", 2_500))
                .json()
                .getString("id");
        try (var client = GatewayClient.identified(simulator)) {
            client.send(
                    8,
                    new JsonObject()
                            .put("guild_id", guild)
                            .put("query", "")
                            .put("limit", 0)
                            .put("nonce", "n"));
            int members = 0;
            for (int index = 0; index < 3; index++) {
                var chunk = client.await("GUILD_MEMBERS_CHUNK").getJsonObject("d");
                assertThat(chunk.getInteger("chunk_index")).isEqualTo(index);
                assertThat(chunk.getString("nonce")).isEqualTo("n");
                members += chunk.getJsonArray("members").size();
            }
            assertThat(members).isEqualTo(2_501);

            client.send(
                    8,
                    new JsonObject()
                            .put("guild_id", stage.guild())
                            .put(
                                    "user_ids",
                                    new JsonArray().add(stage.member("bob")).add("100000000000000009")));
            var asked = client.await("GUILD_MEMBERS_CHUNK").getJsonObject("d");
            assertThat(asked.getJsonArray("members")).hasSize(1);
            assertThat(asked.getJsonArray("not_found")).containsExactly("100000000000000009");
        }
    }

    @Test
    void letsOneShardOfABucketIdentifyInASpacing() {
        simulator.close();
        simulator = Simulator.start(
                SimulatorConfig.onFreePort().with(new SimulatorConfig.Sharding(2, 1, Duration.ofMinutes(1))));
        try (var one = new GatewayClient(simulator);
                var other = new GatewayClient(simulator)) {
            one.identify(SimulatorConfig.DEMO_TOKEN, GUILDS, 0, 2);
            one.await("READY");
            other.identify(SimulatorConfig.DEMO_TOKEN, GUILDS, 1, 2);
            assertThat(other.awaitOp(9).getBoolean("d")).isFalse();
        }
    }

    @Test
    void asksToReconnectAndInvalidatesOnDemand() {
        try (var client = GatewayClient.identified(simulator)) {
            control.post("/gateway/reconnect", new JsonObject());
            client.awaitOp(7);
            control.post("/gateway/invalidate", new JsonObject().put("resumable", false));
            assertThat(client.awaitOp(9).getBoolean("d")).isFalse();
        }
    }
}
