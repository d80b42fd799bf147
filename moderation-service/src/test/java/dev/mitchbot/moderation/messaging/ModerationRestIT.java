package dev.mitchbot.moderation.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.mitchbot.contracts.action.Action.BanMember;
import dev.mitchbot.contracts.action.ActionResult;
import dev.mitchbot.contracts.command.Caller;
import dev.mitchbot.contracts.command.Permission;
import dev.mitchbot.contracts.command.ResolvedUser;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseReasonChanged;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.messaging.rest.Writes;
import dev.mitchbot.messaging.suite.KeycloakServer;
import dev.mitchbot.messaging.suite.Records;
import dev.mitchbot.messaging.suite.RestWritesSuite;
import dev.mitchbot.messaging.suite.Servers;
import dev.mitchbot.messaging.suite.Tap;
import dev.mitchbot.messaging.suite.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The REST API with tokens of a real Keycloak, beside the real database and the real broker. */
@QuarkusTest
@QuarkusTestResource(value = Servers.class, restrictToAnnotatedClass = false)
@QuarkusTestResource(value = KeycloakServer.class, restrictToAnnotatedClass = false)
class ModerationRestIT extends RestWritesSuite {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long TARGET = 4_000;

    @Inject
    ModerationWire wire;

    @Inject
    ModerationDatabase database;

    @Override
    protected List<String> reads() {
        return List.of("cases", "cases/1", "warnings?user=" + TARGET);
    }

    @Override
    protected String changed() {
        return "cases/1";
    }

    @Override
    protected String changedAt() {
        return changed() + "/reason";
    }

    @Override
    protected Map<String, Object> change(int variant) {
        return Map.of("reason", "another " + variant);
    }

    /** With one case. */
    @BeforeEach
    @Override
    protected void theBotIsInTheGuild() {
        database.describe(guild, List.of(70L), List.of(3));
        database.execute(
                "update guilds set owner_id = ?, managers = cast(? as bigint[]) where guild_id = ?",
                ALICE,
                "{" + ALICE + "," + BOB + "}",
                guild);
        fill(1);
    }

    @Test
    void aChangedReasonStandsAndIsTold() throws Exception {
        String key = key();
        Response changed = put(as("bob"), "\"0\"", key, Map.of("reason", "  spam, twice 🦆 "));

        changed.then().statusCode(200).header("ETag", "\"1\"").body("reason", equalTo("spam, twice 🦆"));
        Response read = as("alice").get(path("cases/1"));
        assertThat(read.jsonPath().getMap("")).isEqualTo(changed.jsonPath().getMap(""));
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        var told = Wire.read(wire.first(Topic.MODERATION_EVENTS, told(key)), CaseReasonChanged.class);
        assertThat(told)
                .extracting("guildId", "caseNumber", "actorId", "before", "after")
                .containsExactly(guild, 1L, BOB, "reason 1", "spam, twice 🦆");
    }

    @Test
    void theSameReasonChangesNothing() {
        String key = key();
        put(as("bob"), "\"0\"", key, Map.of("reason", "reason 1"))
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"");
        String later = key();
        put(as("bob"), "\"0\"", later, Map.of("reason", "other")).then().header("ETag", "\"1\"");

        wire.first(Topic.MODERATION_EVENTS, told(later));
        assertThat(wire.heard(Topic.MODERATION_EVENTS, told(key))).isEmpty();
    }

    @Test
    void whatDiscordSaysLaterKeepsTheNewReason() {
        long ban = wire.send("ban", command(Map.of("reason", "spam")));
        await().atMost(PATIENCE)
                .until(() -> wire.heard(Topic.ACTIONS, ban + "/").size() == 2);
        as("alice")
                .get(path("cases/2"))
                .then()
                .header("ETag", "\"0\"")
                .body("state", equalTo("REQUESTED"))
                .body("$", not(hasKey("closedAt")))
                .body("userId", equalTo("" + TARGET));
        put(as("alice"), "cases/2/reason", "\"0\"", key(), Map.of("reason", "scam"))
                .then()
                .statusCode(200);
        String action = Tap.id(wire.heard(Topic.ACTIONS, ban + "/").getLast());
        wire.send(
                Topic.ACTION_RESULTS,
                guild,
                "result:" + action,
                ActionResult.TYPE,
                ActionResult.failed(action, guild, Optional.of(50013), "Missing Permissions"));
        Wire.read(wire.first(Topic.REPLIES, "result:" + action), Answer.class);

        as("alice")
                .get(path("cases/2"))
                .then()
                .header("ETag", "\"2\"")
                .body("state", equalTo("FAILED"))
                .body("reason", equalTo("scam"))
                .body("failure", containsString("Missing Permissions"));
        problem(put(as("alice"), "cases/2/reason", "\"1\"", key(), Map.of("reason", "late")), 412);
        assertThat(Wire.read(wire.heard(Topic.ACTIONS, ban + "/").getLast(), BanMember.class)
                        .reason())
                .startsWith("spam");
    }

    @Test
    void knowsNoCaseThatThereIsNot() {
        problem(as("alice").get(path("cases/2")), 404);
        problem(as("alice").get(path("cases/first")), 404);
        problem(put(as("alice"), "cases/2/reason", "\"0\"", key(), Map.of("reason", "none")), 404);
    }

    @Test
    void namesEveryInvalidFieldAndItsLimit() {
        for (Object reason : new Object[] {
            "", "   ", "\u3000", "\u00a0", "x".repeat(513), "two\nlines", "two\u2028lines", "nul\u0000", 7
        }) {
            problem(put(as("alice"), "\"0\"", key(), Map.of("reason", reason, "state", "DONE")), 400)
                    .then()
                    .body("errors.field", contains("reason", "state"))
                    .body("errors[0].message", containsString("1 to 512 characters"));
        }
        problem(put(as("alice"), "\"0\"", key(), Map.of()), 400)
                .then()
                .body("errors.field", contains("reason"))
                .body("errors[0].message", equalTo("is missing"));
        as("alice").get(path("cases/1")).then().header("ETag", "\"0\"");
        put(as("alice"), "\"0\"", key(), Map.of("reason", "x".repeat(512)))
                .then()
                .statusCode(200);
    }

    @Test
    void namesEveryInvalidParameter() {
        problem(
                        as("alice")
                                .queryParams("user", "me", "kind", "KICK", "state", "OPEN", "limit", 0, "cursor", "x")
                                .get(path("cases")),
                        400)
                .then()
                .body("errors.field", contains("user", "kind", "state", "limit", "cursor"))
                .body("errors[1].message", containsString("WARN, TIMEOUT, TEMPBAN, BAN, UNBAN"));
        problem(as("alice").queryParam("limit", 101).get(path("warnings")), 400)
                .then()
                .body("errors.field", contains("user", "limit"));
    }

    @Test
    void pagesThroughTwoThousandCasesWithoutMissingOrRepeatingOne() {
        fill(2_000);
        String alice = tokenOf("alice");

        assertThat(allNumbers(alice, "cases", Map.of()))
                .hasSize(2_000)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((a, b) -> b - a);
        assertThat(allNumbers(alice, "cases", Map.of("kind", "BAN", "state", "FAILED")))
                .hasSize(200)
                .allMatch(number -> number % 10 == 0);
        assertThat(allNumbers(alice, "warnings", Map.of("user", TARGET + 1)))
                .hasSize(400)
                .allMatch(number -> number % 5 == 1);
        with(alice)
                .queryParams("user", TARGET, "limit", 100)
                .get(path("cases"))
                .then()
                .body("items.size()", equalTo(100))
                .body("items.userId", everyItem(equalTo("" + TARGET)));
    }

    /** Cases up to that number: every fifth a ban, each second of them failed, the others warnings; five users in turn. */
    private void fill(int last) {
        database.execute(
                "insert into cases (guild_id, case_number, kind, state, target_id, moderator_id, reason, opened_at,"
                        + " closed_at) select ?, n, case n % 5 when 0 then 'BAN' else 'WARN' end,"
                        + " case n % 10 when 0 then 'FAILED' else 'DONE' end, ? + n % 5, ?, 'reason ' || n, now(), now()"
                        + " from generate_series(1, ?) n on conflict do nothing",
                guild, TARGET, BOB, last);
        database.execute(
                "insert into registers (guild_id, last_case) values (?, ?)"
                        + " on conflict (guild_id) do update set last_case = excluded.last_case",
                guild,
                last);
    }

    private List<Integer> allNumbers(String token, String what, Map<String, ?> filter) {
        List<Integer> numbers = new ArrayList<>();
        String cursor = "";
        do {
            Response page = with(token)
                    .queryParams(filter)
                    .queryParams("limit", 70, "cursor", cursor)
                    .get(path(what));
            assertThat(page.statusCode()).isEqualTo(200);
            numbers.addAll(page.jsonPath().getList("items.number"));
            cursor = page.jsonPath().getString("next");
        } while (cursor != null);
        return numbers;
    }

    private SlashCommand command(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        all.put("target", Long.toString(TARGET));
        return new SlashCommand(
                Records.interaction(guild, Records.newId()),
                new Caller(1_000, "moderator", Permission.all(Permission.BAN_MEMBERS), List.of("70"), "en-GB"),
                all,
                Map.of(Long.toString(TARGET), new ResolvedUser(TARGET, "target", false, Optional.of(List.of()))));
    }

    private String told(String key) {
        return Writes.id("moderation.change-reason.v1", guild, key);
    }
}
