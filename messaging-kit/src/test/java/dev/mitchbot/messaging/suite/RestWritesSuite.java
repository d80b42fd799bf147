package dev.mitchbot.messaging.suite;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;

import dev.mitchbot.contracts.wire.Json;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every service keeps to whose REST API changes something. A service names one of its own changes. */
public abstract class RestWritesSuite extends RestSuite {
    /** Has an ETag, and is what the change changes; in the test's guild its version is 0. */
    protected abstract String changed();

    /** Where the change is put. */
    protected String changedAt() {
        return changed();
    }

    /** A change; another variant makes another one. */
    protected abstract Map<String, Object> change(int variant);

    @Test
    void changesNothingForWhoMayNotManageTheGuild() {
        String before = as("alice").get(path(changed())).asString();

        problem(put(given(), "\"0\"", key(), change(1)), 401);
        problem(put(as("carol"), "\"0\"", key(), change(1)), 403);

        assertStands("\"0\"", before);
    }

    @Test
    void answersARepeatedWriteWithTheFirstAnswer() {
        String key = key();
        Response first = put(as("alice"), "\"0\"", key, change(1));
        String second = put(as("alice"), "\"1\"", key(), change(2)).asString();
        Response again = put(as("alice"), "\"0\"", key, change(1));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(again.asString()).isEqualTo(first.asString()).isNotEqualTo(second);
        problem(put(as("alice"), "\"0\"", key, change(3)), 409);
        assertStands("\"2\"", second);
    }

    @Test
    void refusesAChangeOfWhatHasChangedSince() {
        String first = put(as("alice"), "\"0\"", key(), change(1)).asString();

        problem(put(as("bob"), "\"0\"", key(), change(2)), 412);
        problem(put(as("bob"), null, key(), change(2)), 428);
        problem(put(as("bob"), "seven", key(), change(2)), 400).then().body("errors.field", contains("If-Match"));
        assertStands("\"1\"", first);
    }

    @Test
    void letsOnlyOneOfManyChangesAtOnceThrough() {
        String alice = tokenOf("alice");
        List<Integer> answers = List.of(1, 2, 3, 4, 5, 6, 7, 8).parallelStream()
                .map(variant ->
                        put(with(alice), "\"0\"", key(), change(variant)).statusCode())
                .toList();

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
    }

    @Test
    void refusesWhatIsNoChangeOrHasNoKey() {
        String before = as("alice").get(path(changed())).asString();

        problem(put(as("alice"), "\"0\"", null, change(1)), 400)
                .then()
                .body("errors.field", contains("Idempotency-Key"));
        for (String body : List.of("{\"enabled\":", "[]", "")) {
            problem(put(as("alice"), "\"0\"", key(), body), 400);
        }
        assertStands("\"0\"", before);
    }

    @Test
    void namesInvalidHeadersAndFieldsTogether() {
        String before = as("alice").get(path(changed())).asString();
        var surprising = new HashMap<>(change(1));
        surprising.put("surprise", 1);

        problem(put(as("alice"), "seven", null, surprising), 400)
                .then()
                .body("errors.field", contains("If-Match", "Idempotency-Key", "surprise"));
        problem(put(as("alice"), "\"0\"", "two words", surprising), 400)
                .then()
                .body("errors.field", contains("Idempotency-Key", "surprise"));
        problem(put(as("alice"), "seven", key(), Map.of()), 400)
                .then()
                .body(
                        "errors.field",
                        hasItems("If-Match", change(1).keySet().iterator().next()));
        problem(put(as("alice"), "seven", null, "[]"), 400)
                .then()
                .body("errors.field", contains("If-Match", "Idempotency-Key"));
        problem(put(as("alice"), null, null, surprising), 428);
        assertStands("\"0\"", before);
    }

    @Override
    final void requireAway(String token) {
        super.requireAway(token);
        problem(put(with(token), "\"0\"", key(), change(1)), 503);
    }

    private void assertStands(String version, String document) {
        Response now = as("alice").get(path(changed()));
        assertThat(now.header("ETag")).isEqualTo(version);
        assertThat(now.asString()).isEqualTo(document);
    }

    /**
     * @param seen the version that the change is made to; null for none
     * @param key tells a repeated request from another one; null for none
     */
    protected final Response put(RequestSpecification by, String seen, String key, Object body) {
        return put(by, changedAt(), seen, key, body);
    }

    /** The same, somewhere else in the test's guild. */
    protected final Response put(RequestSpecification by, String at, String seen, String key, Object body) {
        if (seen != null) {
            by.header("If-Match", seen);
        }
        if (key != null) {
            by.header("Idempotency-Key", key);
        }
        // REST Assured's own mapper works in a test's thread only, not in those of a parallel stream.
        String json = body instanceof String text ? text : Json.tree(body).toString();
        return by.contentType("application/json; charset=utf-8").body(json).put(path(at));
    }

    protected static String key() {
        return UUID.randomUUID().toString();
    }
}
