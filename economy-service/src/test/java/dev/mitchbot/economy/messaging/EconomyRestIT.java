package dev.mitchbot.economy.messaging;

import static dev.mitchbot.economy.guild.TestGuild.textOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.mitchbot.contracts.economy.EconomyEvent.SettingsChanged;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.messaging.suite.Acting;
import dev.mitchbot.messaging.suite.KeycloakServer;
import dev.mitchbot.messaging.suite.Records;
import dev.mitchbot.messaging.suite.Servers;
import dev.mitchbot.messaging.suite.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The REST API with tokens of a real Keycloak, beside the real database and the real broker. */
@QuarkusTest
@QuarkusTestResource(value = Servers.class, restrictToAnnotatedClass = false)
@QuarkusTestResource(value = KeycloakServer.class, restrictToAnnotatedClass = false)
class EconomyRestIT {
    private static final long ALICE = 937497408307200001L;
    private static final long BOB = 937497408307200010L;
    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("enabled", true),
            Map.entry("currencyName", "coins"),
            Map.entry("startingBalance", 100),
            Map.entry("dailyReward", 100),
            Map.entry("dailyRewardLimit", 10_000),
            Map.entry("dailyCooldownHours", 24),
            Map.entry("workRewardMin", 50),
            Map.entry("workRewardMax", 150),
            Map.entry("workCooldownMinutes", 60),
            Map.entry("maxStake", 1_000_000),
            Map.entry("stakeIntervalSeconds", 3));

    private final long guild = Records.newId();

    @Inject
    EconomyWire wire;

    @Inject
    EconomyDatabase database;

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String realm;

    @BeforeAll
    static void tokensCanBeHad() {
        KeycloakServer.awaitReady();
    }

    @BeforeEach
    void theBotIsInTheGuild() {
        database.execute(
                "insert into guilds (guild_id, name, owner_id, member_count, managers, announced_at) "
                        + "values (?, 'Test', ?, 5, cast(? as bigint[]), now())",
                guild,
                ALICE,
                "{" + ALICE + "," + BOB + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings", "wallets", "leaderboard", "ledger"})
    void showsNothingToWhoMayNotManageTheGuild(String what) {
        problem(given().get(path(what)), 401);
        problem(given().auth().oauth2("garbage").get(path(what)), 401);
        problem(as("carol").get(path(what)), 403);
        problem(as("operator").get(path(what)), 403);
        problem(as("alice").get("/api/v1/guilds/" + Records.newId() + "/" + what), 403);
        problem(as("alice").get("/api/v1/guilds/none/" + what), 403);
        assertThat(as("alice").get(path(what)).statusCode()).isEqualTo(200);
        assertThat(as("bob").get(path(what)).statusCode()).isEqualTo(200);
    }

    @Test
    void changesNothingForWhoMayNotManageTheGuild() {
        problem(change(given(), "\"0\"", key(), settings("dailyReward", 1)), 401);
        problem(change(as("carol"), "\"0\"", key(), settings("dailyReward", 1)), 403);
        as("alice").get(path("settings")).then().header("ETag", "\"0\"").body("dailyReward", equalTo(100));
    }

    @Test
    void refusesATokenThatIsExpiredOrMeantForOthers() {
        Tokens tokens = new Tokens(realm);
        problem(with(tokens.ofAnotherRealm()).get(path("settings")), 401);
        problem(with(tokens.forAnotherAudience("alice")).get(path("settings")), 401);
        String token = tokens.shortLived("alice");
        await().atMost(Duration.ofSeconds(15))
                .until(() -> with(token).get(path("settings")).statusCode() == 401);
    }

    @Test
    void aChangedSettingCountsInTheNextCommandAndIsTold() throws Exception {
        String key = key();
        change(as("bob"), "\"0\"", key, settings("dailyReward", 0, "currencyName", "gold"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("dailyReward", equalTo(0));

        assertThat(textOf(wire.answerTo(
                        "daily",
                        Acting.in(Records.interaction(guild, Records.newId()), ALICE)
                                .command())))
                .contains("**0 gold**", "100 gold now");
        as("alice").get(path("settings")).then().header("ETag", "\"1\"").body("currencyName", equalTo("gold"));
        var told = EconomyWire.read(wire.first(Topic.ECONOMY_EVENTS, "rest/" + key), SettingsChanged.class);
        assertThat(told.actorId()).isEqualTo(BOB);
        assertThat(told.guildId()).isEqualTo(guild);
        assertThat(told.before()).contains("\"currencyName\":\"coins\"");
        assertThat(told.after()).contains("\"currencyName\":\"gold\"", "\"dailyReward\":0");
    }

    @Test
    void answersARepeatedWriteWithTheFirstAnswer() {
        String key = key();
        Response first = change(as("alice"), "\"0\"", key, settings("dailyReward", 7));
        change(as("alice"), "\"1\"", key(), settings("dailyReward", 8)).then().statusCode(200);
        Response again = change(as("alice"), "\"0\"", key, settings("dailyReward", 7));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(again.asString()).isEqualTo(first.asString());
        problem(change(as("alice"), "\"0\"", key, settings("dailyReward", 9)), 409);
        as("alice").get(path("settings")).then().header("ETag", "\"2\"").body("dailyReward", equalTo(8));
    }

    @Test
    void refusesAChangeOfWhatHasChangedSince() {
        change(as("alice"), "\"0\"", key(), settings("dailyReward", 7)).then().statusCode(200);

        problem(change(as("bob"), "\"0\"", key(), settings("dailyReward", 8)), 412);
        problem(change(as("bob"), null, key(), settings("dailyReward", 8)), 428);
        problem(change(as("bob"), "seven", key(), settings("dailyReward", 8)), 400)
                .then()
                .body("errors.field", contains("If-Match"));
        as("alice").get(path("settings")).then().header("ETag", "\"1\"").body("dailyReward", equalTo(7));
    }

    @Test
    void letsOnlyOneOfTwoChangesAtOnceThrough() {
        String alice = new Tokens(realm).of("alice");
        List<Integer> answers = List.of(1, 2, 3, 4, 5, 6, 7, 8).parallelStream()
                .map(reward -> change(with(alice), "\"0\"", key(), settings("dailyReward", reward))
                        .statusCode())
                .toList();

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
    }

    @Test
    void namesEveryInvalidFieldAndItsLimit() {
        Map<String, Object> body = settings(
                "enabled", "yes",
                "currencyName", "<b>",
                "startingBalance", -1,
                "dailyReward", 10_001,
                "workRewardMin", 20,
                "workRewardMax", 10,
                "maxStake", 1.5,
                "surprise", 1);
        body.remove("workCooldownMinutes");

        problem(change(as("alice"), "\"0\"", key(), body), 400)
                .then()
                .body(
                        "errors.field",
                        hasItems(
                                "enabled",
                                "currencyName",
                                "startingBalance",
                                "dailyReward",
                                "workRewardMax",
                                "maxStake",
                                "surprise",
                                "workCooldownMinutes"))
                .body("errors.size()", equalTo(8))
                .body("errors.find { it.field == 'startingBalance' }.message", containsString("0 to 1000000"));
        problem(change(as("alice"), "\"0\"", null, settings("dailyReward", 1)), 400)
                .then()
                .body("errors.field", contains("Idempotency-Key"));
        problem(
                as("alice")
                        .contentType("application/json")
                        .header("If-Match", "\"0\"")
                        .header("Idempotency-Key", key())
                        .body("{\"enabled\":")
                        .put(path("settings")),
                400);
        as("alice").get(path("settings")).then().header("ETag", "\"0\"");
    }

    @Test
    void namesEveryInvalidParameter() {
        problem(
                        as("alice")
                                .queryParams(
                                        "member", "me", "reason", "LUCK", "from", "now", "limit", 101, "cursor", "x")
                                .get(path("ledger")),
                        400)
                .then()
                .body("errors.field", contains("member", "reason", "from", "limit", "cursor"));
    }

    @Test
    void pagesThroughTenThousandLinesWithoutMissingOrRepeatingOne() {
        fillJournal(10_000);
        String alice = new Tokens(realm).of("alice");
        List<Integer> numbers = new ArrayList<>();
        String cursor = "";
        do {
            Response page =
                    with(alice).queryParams("limit", 100, "cursor", cursor).get(path("ledger"));
            assertThat(page.statusCode()).isEqualTo(200);
            numbers.addAll(page.jsonPath().getList("items.number"));
            cursor = page.jsonPath().getString("next");
        } while (cursor != null);

        assertThat(numbers).hasSize(10_000).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b - a);
        with(alice)
                .queryParams("member", BOB, "limit", 1)
                .get(path("ledger"))
                .then()
                .body("items[0].accountId", equalTo("" + BOB))
                .body("items[0].number", equalTo(10_000));
        with(alice)
                .queryParams("to", "2020-01-01T00:00:00Z")
                .get(path("ledger"))
                .then()
                .body("items.size()", equalTo(0));
        with(alice).queryParams("reason", "DAILY").get(path("ledger")).then().body("items.size()", equalTo(0));
        with(alice)
                .queryParams("member", BOB)
                .get(path("wallets"))
                .then()
                .body("items.balance", contains(5_000))
                .body("items.userId", contains("" + BOB));
        database.assertBooksAreRight();
    }

    @Test
    void ranksMembersOfTheSameWealthOnceAcrossPages() {
        for (int member = 1; member <= 7; member++) {
            wire.answerTo(
                    "eco.set",
                    Acting.in(Records.interaction(guild, Records.newId()), ALICE)
                            .inCharge()
                            .naming("user", 5_000 + member)
                            .with("amount", member > 2 ? 50 : 500)
                            .command());
        }
        Response first = as("alice").queryParams("limit", 3).get(path("leaderboard"));
        Response second = as("alice")
                .queryParams("limit", 100, "cursor", first.jsonPath().getString("next"))
                .get(path("leaderboard"));

        assertThat(first.jsonPath().getList("items.userId", String.class)).containsExactly("5002", "5001", "5007");
        assertThat(second.jsonPath().getList("items.userId", String.class))
                .containsExactly("5006", "5005", "5004", "5003");
        assertThat(second.jsonPath().getString("next")).isNull();
    }

    @Test
    void saysSoWhileTheDatabaseIsAway() {
        String alice = new Tokens(realm).of("alice");
        Servers.killPostgres();
        try {
            problem(with(alice).get(path("settings")), 503);
            problem(change(with(alice), "\"0\"", key(), settings("dailyReward", 5)), 503);
        } finally {
            Servers.startPostgres();
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> with(alice).get(path("settings")).statusCode() == 200);
    }

    /** {@code -Dopenapi.update=true} writes the document anew. */
    @Test
    void isDescribedByTheCommittedDocument() throws IOException {
        Path committed = Path.of("openapi.yaml");
        String document = given().get("/q/openapi").asString();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(committed, document);
        }
        assertThat(document).isEqualTo(Files.readString(committed));
    }

    /** Movements of one coin each from the mint to Bob, two lines a movement. */
    private void fillJournal(int lines) {
        database.execute(
                "insert into entries (guild_id, entry_number, transaction_number, account_id, amount, balance_after,"
                        + " message_id, reason) select ?, n, n - (1 - n % 2), case n % 2 when 1 then 1 else ? end,"
                        + " case n % 2 when 1 then -1 else 1 end, case n % 2 when 1 then -(n + 1) / 2 else n / 2 end,"
                        + " 'test/' || n, 'GIFT' from generate_series(1, ?) n",
                guild, BOB, lines);
        database.execute(
                "insert into accounts (guild_id, account_id, balance, version) values (?, 1, ?, 1), (?, ?, ?, 1)",
                guild,
                -lines / 2,
                guild,
                BOB,
                lines / 2);
        database.execute("insert into books (guild_id, last_entry) values (?, ?)", guild, lines);
    }

    private RequestSpecification as(String user) {
        return with(new Tokens(realm).of(user));
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }

    private Response change(RequestSpecification by, String seen, String key, Map<String, Object> settings) {
        if (seen != null) {
            by.header("If-Match", seen);
        }
        if (key != null) {
            by.header("Idempotency-Key", key);
        }
        return by.contentType("application/json").body(settings).put(path("settings"));
    }

    private static Response problem(Response response, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(response.jsonPath().getString("title")).isNotBlank();
        return response;
    }

    private String path(String what) {
        return "/api/v1/guilds/" + guild + "/" + what;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Map<String, Object> settings(Object... changes) {
        var settings = new HashMap<>(DEFAULTS);
        for (int i = 0; i < changes.length; i += 2) {
            settings.put((String) changes[i], changes[i + 1]);
        }
        return settings;
    }
}
