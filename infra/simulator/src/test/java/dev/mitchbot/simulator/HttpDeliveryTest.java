package dev.mitchbot.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Interactions over HTTP instead of the gateway. */
class HttpDeliveryTest extends InteractionStage {
    private static final HttpBot.Answer LATER = new HttpBot.Answer(202, "");
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final String FIELD = "interactions_endpoint_url";

    private HttpBot bot(Function<JsonObject, HttpBot.Answer> answers) {
        return new HttpBot(discord.get("/applications/@me").json().getString("verify_key"), answers);
    }

    private Http.Answer name(String url) {
        return discord.patch("/applications/@me", new JsonObject().put(FIELD, url));
    }

    private JsonObject use(String command) {
        return stage.use("carol", command, new JsonObject());
    }

    private static String refusal(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getInteger("code")).isEqualTo(50035);
        return answer.json()
                .getJsonObject("errors")
                .getJsonObject(FIELD)
                .getJsonArray("_errors")
                .getJsonObject(0)
                .getString("message");
    }

    @Test
    void takesAnEndpointThatAnswersAPingAndRefusesAForgedOne() throws InterruptedException {
        try (var bot = bot(interaction -> LATER)) {
            var changed = name(bot.url());

            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.json().getString(FIELD)).isEqualTo(bot.url());
            assertThat(discord.get("/applications/@me").json().getString(FIELD)).isEqualTo(bot.url());
            assertThat(bot.next().getInteger("type")).isEqualTo(1);
            assertThat(bot.forgeries()).isEqualTo(1);
        }
    }

    @Test
    void refusesAnEndpointThatBelievesEverySignature() {
        try (var bot = bot(interaction -> LATER)) {
            bot.believeEverything();

            assertThat(refusal(name(bot.url()))).contains("wrong signature was answered 200 instead of 401");
            assertThat(discord.get("/applications/@me").json().getString(FIELD)).isNull();
        }
    }

    @Test
    void refusesAnEndpointThatTrustsAnotherKeyOrIsNotThere() {
        var bot = new HttpBot("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", any -> LATER);
        assertThat(refusal(name(bot.url()))).contains("signed PING was answered 401 instead of 200");
        bot.close();

        assertThat(refusal(name(bot.url()))).contains("could not be verified");
    }

    @Test
    void callsOnlyThisMachine() {
        for (var url : new String[] {
            "https://example.com/x",
            "http://10.0.0.1/x",
            "http://127.0.0.1@example.com/",
            "ftp://127.0.0.1/",
            "nonsense"
        }) {
            assertThat(refusal(name(url))).as(url).contains("only http://127.0.0.1");
        }
        assertThat(refusal(name("http://127.0.0.1/" + "x".repeat(2_048)))).contains("2048 or fewer");
    }

    @Test
    void takesTheAnswerFromTheHttpResponse() throws InterruptedException {
        try (var bot =
                bot(interaction -> HttpBot.Answer.of(replies(says("over HTTP").put("flags", 64))))) {
            name(bot.url());
            bot.next();

            var used = use("ping");

            assertThat(used.getString("state")).isEqualTo("answered");
            assertThat(used.getBoolean("ephemeral")).isTrue();
            assertThat(used.getJsonArray("messages").getJsonObject(0).getString("content"))
                    .isEqualTo("over HTTP");
            var delivered = bot.next();
            assertThat(delivered.getJsonObject("data").getString("name")).isEqualTo("ping");
            assertThat(delivered.getString("guild_id")).isEqualTo(stage.guild());
        }
    }

    @Test
    void defersInTheHttpResponseAndEditsLater() throws InterruptedException {
        try (var bot = bot(interaction -> HttpBot.Answer.of(DEFER))) {
            name(bot.url());
            bot.next();
            var id = start("carol", new JsonObject().put("command", "ping"))
                    .json()
                    .getString("id");
            var delivered = bot.next();
            awaitState(id, "acknowledged");

            assertThat(discord.patch(hook(delivered) + "/messages/@original", says("done"))
                            .status())
                    .isEqualTo(200);
            assertThat(view(delivered).getString("state")).isEqualTo("answered");
        }
    }

    private void awaitState(String id, String state) {
        await().until(() ->
                control.get("/interactions/" + id).json().getString("state").equals(state));
    }

    @Test
    void answersByTheCallbackRouteAfter202() throws InterruptedException {
        try (var bot = bot(interaction -> LATER)) {
            name(bot.url());
            bot.next();
            start("carol", new JsonObject().put("command", "ping"));
            var delivered = bot.next();

            assertThat(callback(delivered, replies(says("by the callback"))).status())
                    .isEqualTo(200);
            assertThat(view(delivered).getString("state")).isEqualTo("answered");
        }
    }

    @Test
    void failsWhatIsNotAnsweredInTimeAndWhatIsAnsweredWrong() throws InterruptedException {
        restart(SimulatorConfig.onFreePort().with(new SimulatorConfig.Deadlines(SHORT.multipliedBy(10), LIFE)));
        discord.post("/applications/" + stage.bot() + "/commands", command("broken"));
        var held = new CountDownLatch(1);
        try (var bot =
                bot(interaction -> switch (interaction.getJsonObject("data").getString("name")) {
                    case "ping" -> awaited(held);
                    case "buy" -> HttpBot.Answer.of(new JsonObject().put("type", 99));
                    default -> new HttpBot.Answer(500, "");
                })) {
            name(bot.url());

            assertThat(use("ping").getString("error")).startsWith("The application did not respond");
            assertThat(stage.use("carol", "buy", new JsonObject().put("item", "tea"))
                            .getString("error"))
                    .contains("Value must be one of");
            assertThat(use("broken").getString("error")).contains("its endpoint answered 500");
        } finally {
            held.countDown();
        }
    }

    private static HttpBot.Answer awaited(CountDownLatch held) {
        try {
            held.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return LATER;
    }

    @Test
    void deliversOverHttpOrOverTheGatewayButNeverBoth() throws InterruptedException {
        try (var bot = bot(interaction -> HttpBot.Answer.of(replies(says("over HTTP"))))) {
            name(bot.url());
            bot.next();
            var overHttp = use("ping").getString("id");
            assertThat(bot.next().getString("id")).isEqualTo(overHttp);

            assertThat(name(null).json().getString(FIELD)).isNull();
            var overGateway = ping();

            // Events come in order: had the first one been sent here too, it would be this one.
            assertThat(overGateway.getString("id")).isNotEqualTo(overHttp);
            name(bot.url());
            assertThat(name("").json().getString(FIELD)).isNull();
        }
    }
}
