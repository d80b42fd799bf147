package dev.mitchbot.economy.messaging;

import static dev.mitchbot.economy.guild.TestGuild.textOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.mitchbot.contracts.economy.EconomyEvent.SettingsChanged;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.messaging.rest.Writes;
import dev.mitchbot.messaging.suite.Acting;
import dev.mitchbot.messaging.suite.KeycloakServer;
import dev.mitchbot.messaging.suite.Records;
import dev.mitchbot.messaging.suite.RestWritesSuite;
import dev.mitchbot.messaging.suite.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The REST API with tokens of a real Keycloak, beside the real database and the real broker. */
@QuarkusTest
@QuarkusTestResource(value = Servers.class, restrictToAnnotatedClass = false)
@QuarkusTestResource(value = KeycloakServer.class, restrictToAnnotatedClass = false)
class EconomyRestIT extends RestWritesSuite {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
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

    @Inject
    EconomyWire wire;

    @Inject
    EconomyDatabase database;

    @Override
    protected List<String> reads() {
        return List.of("settings", "wallets", "leaderboard", "ledger");
    }

    @Override
    protected String changed() {
        return "settings";
    }

    @Override
    protected Map<String, Object> change(int variant) {
        return settings("dailyReward", variant);
    }

    @Test
    void aChangedSettingCountsInTheNextCommandAndIsTold() throws Exception {
        String key = key();
        put(as("bob"), "\"0\"", key, settings("dailyReward", 0, "currencyName", "gold"))
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
        var told = EconomyWire.read(
                wire.first(Topic.ECONOMY_EVENTS, Writes.id("economy.change-settings.v1", guild, key)),
                SettingsChanged.class);
        assertThat(told.actorId()).isEqualTo(BOB);
        assertThat(told.guildId()).isEqualTo(guild);
        assertThat(told.before()).contains("\"currencyName\":\"coins\"");
        assertThat(told.after()).contains("\"currencyName\":\"gold\"", "\"dailyReward\":0");
    }

    @Test
    void settingsStoredUnderEarlierLimitsAreReadAndStayInForceUntilTheyAreChanged() throws Exception {
        database.execute(
                "insert into guild_settings (guild_id, currency_name, daily_cooldown_hours, work_cooldown_minutes)"
                        + " values (?, ' ', 0, 10080)",
                guild);

        as("alice")
                .get(path("settings"))
                .then()
                .statusCode(200)
                .body("dailyCooldownHours", equalTo(0))
                .body("workCooldownMinutes", equalTo(10_080));
        for (String balance : List.of("200", "300")) {
            assertThat(textOf(wire.answerTo(
                            "daily",
                            Acting.in(Records.interaction(guild, Records.newId()), ALICE)
                                    .command())))
                    .contains("has " + balance);
        }
        put(as("alice"), "\"1\"", key(), settings("currencyName", " gold "))
                .then()
                .statusCode(200)
                .body("currencyName", equalTo("gold"))
                .body("dailyCooldownHours", equalTo(24));
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

        problem(put(as("alice"), "\"0\"", key(), body), 400)
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
    void namesATimeThatIsBeyondTheLimits() {
        problem(
                        as("alice")
                                .queryParams(
                                        "from",
                                        "-1000000000-01-01T00:00:00Z",
                                        "to",
                                        "+1000000000-12-31T23:59:59.999999999Z")
                                .get(path("ledger")),
                        400)
                .then()
                .body("errors.field", contains("from", "to"));
        as("alice")
                .queryParams("from", "2000-01-01T00:00:00Z", "to", "9999-12-31T23:59:59Z")
                .get(path("ledger"))
                .then()
                .statusCode(200);
    }

    @Test
    void pagesThroughTenThousandLinesWithoutMissingOrRepeatingOne() {
        fillJournal(10_000);
        String alice = tokenOf("alice");
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
        assertThat(first.jsonPath().getList("items.rank", Integer.class)).containsExactly(1, 2, 3);
        assertThat(second.jsonPath().getList("items.rank", Integer.class)).containsExactly(4, 5, 6, 7);
        assertThat(second.jsonPath().getString("next")).isNull();
    }

    @Test
    void slowReadsLeaveCommandsTheirConnections() {
        fillJournal(10);
        String alice = tokenOf("alice");
        try (var reading = Executors.newVirtualThreadPerTaskExecutor();
                var slow = new SlowJournal(database)) {
            List<Future<Integer>> reads = IntStream.range(0, 16)
                    .mapToObj(n ->
                            reading.submit(() -> with(alice).get(path("ledger")).statusCode()))
                    .toList();
            await().until(() -> slow.reads() == 4);

            for (long member = 6_001; member <= 6_005; member++) {
                var daily = Acting.in(Records.interaction(guild, Records.newId()), member);
                assertThat(textOf(wire.answerTo("daily", daily.command()))).contains("200 coins");
            }

            assertThat(slow.reads()).isEqualTo(4);
            assertThat(reads).noneMatch(Future::isDone);
            await().atMost(PATIENCE).until(() -> reads.stream().allMatch(Future::isDone) && slow.reads() == 0);
            assertThat(reads).extracting(Future::resultNow).containsOnly(503);
        }
        as("alice").get(path("ledger")).then().statusCode(200);
    }

    /** As long as it is open, a look at the journal takes longer than anybody waits; writing takes as long as ever. */
    private record SlowJournal(EconomyDatabase database) implements AutoCloseable {
        SlowJournal {
            database.execute("create function slowly() returns boolean language sql volatile as"
                    + " $$ select pg_sleep(20) is not null $$");
            database.execute("create policy slow_reads on entries for select using (slowly())");
            database.execute("create policy writes on entries for insert with check (true)");
            database.execute("alter table entries enable row level security, force row level security");
        }

        long reads() {
            return database.number("select count(*) from pg_stat_activity where datname = current_database()"
                    + " and wait_event = 'PgSleep'");
        }

        @Override
        public void close() {
            database.execute("alter table entries disable row level security, no force row level security");
            database.execute("drop policy slow_reads on entries");
            database.execute("drop policy writes on entries");
            database.execute("drop function slowly");
        }
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

    private static Map<String, Object> settings(Object... changes) {
        var settings = new HashMap<>(DEFAULTS);
        for (int i = 0; i < changes.length; i += 2) {
            settings.put((String) changes[i], changes[i + 1]);
        }
        return settings;
    }
}
