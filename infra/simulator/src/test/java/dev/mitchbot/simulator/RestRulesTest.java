package dev.mitchbot.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.simulator.openapi.Conformance;
import dev.mitchbot.simulator.openapi.DiscordDescription;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestRulesTest {
    private Simulator simulator;
    private Conformance conformance;
    private Http control;
    private Http discord;
    private Stage stage;

    @BeforeEach
    void start() {
        simulator = Simulator.start(SimulatorConfig.onFreePort());
        conformance = Conformance.listeningTo(simulator);
        control = Http.control(simulator);
        discord = Http.discord(simulator);
        stage = new Stage(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
        assertThat(conformance.flaws(DiscordDescription.findOrSkip())).isEmpty();
    }

    private Http.Answer send(JsonObject message) {
        return discord.post("/channels/" + stage.channel("general") + "/messages", message);
    }

    private void assertInvalid(JsonObject message, String... path) {
        var answer = send(message);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getInteger("code")).isEqualTo(50035);
        var node = answer.json().getJsonObject("errors");
        for (var step : path) {
            node = node.getJsonObject(step);
            assertThat(node).as("errors at %s", String.join(".", path)).isNotNull();
        }
        assertThat(node.getJsonArray("_errors")).isNotEmpty();
    }

    private static JsonArray copies(int count, JsonObject item) {
        return new JsonArray(IntStream.range(0, count)
                .mapToObj(index -> (Object) item.copy())
                .toList());
    }

    @Test
    void refusesAWrongToken() {
        var answer = Http.discord(simulator, "wrong").get("/users/@me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().getString("message")).isEqualTo("401: Unauthorized");
    }

    @Test
    void answersUnknownThingsWithDiscordsCodes() {
        var none = "100000000000000009";
        var guild = "/guilds/" + stage.guild();
        assertThat(codeOf("/channels/" + none)).isEqualTo(10003);
        assertThat(codeOf("/guilds/" + none)).isEqualTo(10004);
        assertThat(codeOf(guild + "/members/" + none)).isEqualTo(10007);
        assertThat(codeOf("/channels/" + stage.channel("general") + "/messages/" + none))
                .isEqualTo(10008);
        assertThat(codeOf(guild + "/roles/" + none)).isEqualTo(10011);
        assertThat(codeOf("/users/" + none)).isEqualTo(10013);
        assertThat(codeOf(guild + "/bans/" + none)).isEqualTo(10026);
        assertThat(codeOf("/applications/" + stage.bot() + "/commands/" + none)).isEqualTo(10063);
    }

    private int codeOf(String path) {
        var answer = discord.get(path);
        assertThat(answer.status()).isEqualTo(404);
        return answer.json().getInteger("code");
    }

    @Test
    void enforcesTheLimitsOfMessages() {
        var embed = new JsonObject().put("description", "x");
        var field = new JsonObject().put("name", "n").put("value", "v");
        var button = new JsonObject().put("type", 2).put("style", 1).put("label", "b");
        var row = new JsonObject()
                .put("type", 1)
                .put("components", copies(1, button.copy().put("custom_id", "a")));
        assertInvalid(new JsonObject().put("content", "x".repeat(2_001)), "content");
        assertInvalid(new JsonObject().put("embeds", copies(11, embed)), "embeds");
        assertInvalid(
                new JsonObject().put("embeds", copies(2, new JsonObject().put("description", "x".repeat(3_001)))),
                "embeds");
        assertInvalid(
                new JsonObject().put("embeds", copies(1, embed.copy().put("fields", copies(26, field)))),
                "embeds",
                "0",
                "fields");
        assertInvalid(
                new JsonObject().put("embeds", copies(1, new JsonObject().put("title", "x".repeat(257)))),
                "embeds",
                "0",
                "title");
        assertInvalid(new JsonObject().put("content", "x").put("components", copies(6, row)), "components");
        assertInvalid(
                new JsonObject()
                        .put("content", "x")
                        .put("components", copies(1, row.copy().put("components", copies(6, button)))),
                "components",
                "0",
                "components");
        assertInvalid(
                new JsonObject().put("content", "x").put("components", copies(2, row)),
                "components",
                "1",
                "components",
                "0",
                "custom_id");
        assertThat(send(new JsonObject().put("content", " ")).json().getInteger("code"))
                .isEqualTo(50006);
        assertThat(discord.post("/channels/" + stage.channel("general") + "/messages", "{nonsense")
                        .json()
                        .getInteger("code"))
                .isEqualTo(50109);
    }

    @Test
    void postsOnceWhatComesAgainWithAnEnforcedNonce() {
        var message =
                new JsonObject().put("content", "once").put("nonce", "4711").put("enforce_nonce", true);

        var first = send(message).json().getString("id");

        assertThat(send(message).json().getString("id")).isEqualTo(first);
        assertThat(send(message.copy().put("nonce", "4712")).json().getString("id"))
                .isNotEqualTo(first);
        assertThat(send(message.copy().put("enforce_nonce", false)).json().getString("id"))
                .isNotEqualTo(first);
    }

    @Test
    void validatesCommandDefinitions() {
        var path = "/applications/" + stage.bot() + "/commands";
        var good = new JsonObject().put("name", "good").put("description", "Good");
        var bad = discord.put(path, new JsonArray().add(good).add(good.copy().put("name", "Bad Name")));
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.json()
                        .getJsonObject("errors")
                        .getJsonObject("1")
                        .getJsonObject("name")
                        .getJsonArray("_errors"))
                .isNotEmpty();
        var many = new JsonArray();
        for (int index = 0; index <= 100; index++) {
            many.add(good.copy().put("name", "c" + index));
        }
        assertThat(discord.put(path, many).status()).isEqualTo(400);
        many.remove(100);
        assertThat(discord.put(path, many).list()).hasSize(100);
        var option = new JsonObject().put("type", 3).put("name", "o").put("description", "O");
        assertThat(discord.post(path, good.copy().put("options", copies(26, option)))
                        .status())
                .isEqualTo(400);
        assertThat(discord.put(path, new JsonArray().add(good)).list()).hasSize(1);
        assertThat(discord.post(path, good).status()).isEqualTo(200);
        assertThat(discord.post(path, good.copy().put("name", "other")).status())
                .isEqualTo(201);
    }

    @Test
    void limitsTheBotToFiftyRequestsASecondButNotItsInteractions() {
        var paths = java.util.List.of(
                "/users/@me",
                "/gateway/bot",
                "/users/@me/guilds",
                "/oauth2/applications/@me",
                "/guilds/" + stage.guild(),
                "/guilds/" + stage.guild() + "/roles",
                "/guilds/" + stage.guild() + "/channels",
                "/users/" + stage.member("bob"),
                "/applications/" + stage.bot() + "/commands");
        Http.Answer answer = discord.get("/users/@me");
        for (int count = 0; count < 200 && answer.status() != 429; count++) {
            answer = discord.get(paths.get(count % paths.size()));
        }

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Via")).isEqualTo("1.1 google");
        assertThat(answer.header("Retry-After")).matches("\\d+");
        assertThat(answer.json().getDouble("retry_after")).isPositive();
        assertThat(discord.post("/interactions/1/none/callback", new JsonObject())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void describesRateLimitsInItsHeaders() {
        var answer = discord.get("/users/@me");

        assertThat(answer.header("X-RateLimit-Bucket")).isNotEmpty();
        assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo("9");
        assertThat(Double.parseDouble(answer.header("X-RateLimit-Reset-After"))).isPositive();
    }

    @Test
    void respectsAllowedMentions() {
        var bob = stage.member("bob");
        var open = send(new JsonObject().put("content", "hi <@" + bob + ">")).json();
        var closed = send(new JsonObject()
                        .put("content", "hi <@" + bob + ">")
                        .put("allowed_mentions", new JsonObject().put("parse", new JsonArray())))
                .json();

        assertThat(open.getJsonArray("mentions")).hasSize(1);
        assertThat(closed.getJsonArray("mentions")).isEmpty();
    }

    @Test
    void limitsTimeoutsAndRespectsThemWhileTheyLast() {
        var carol = "/guilds/" + stage.guild() + "/members/" + stage.member("carol");
        var tooLong = Instant.now().plus(29, ChronoUnit.DAYS).toString();
        assertThat(discord.patch(carol, new JsonObject().put("communication_disabled_until", tooLong))
                        .status())
                .isEqualTo(400);
        var soon = Instant.now().plusSeconds(600).toString();
        discord.patch(carol, new JsonObject().put("communication_disabled_until", soon));

        var refused = control.post(
                stage.inGeneral("/messages"),
                new JsonObject().put("userId", stage.member("carol")).put("content", "hm"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().getString("detail")).contains("timed out");
    }

    @Test
    void deletesABannedMembersMessagesAndKeepsThemOut() {
        stage.say("dave", "spam");
        var dave = stage.member("dave");
        discord.put(
                "/guilds/" + stage.guild() + "/bans/" + dave, new JsonObject().put("delete_message_seconds", 3_600));

        assertThat(control.get(stage.inGeneral("/messages")).list()).isEmpty();
        assertThat(control.post("/guilds/" + stage.guild() + "/members", new JsonObject().put("userId", dave))
                        .status())
                .isEqualTo(403);
        var entry =
                control.get("/guilds/" + stage.guild() + "/audit-log").list().getJsonObject(0);
        assertThat(entry.getString("reason")).isEqualTo("because of the test");
    }

    @Test
    void observesSlowmode() {
        discord.patch("/channels/" + stage.channel("general"), new JsonObject().put("rate_limit_per_user", 60));
        stage.say("carol", "one");

        var second = control.post(
                stage.inGeneral("/messages"),
                new JsonObject().put("userId", stage.member("carol")).put("content", "two"));
        assertThat(second.status()).isEqualTo(429);
    }
}
