package dev.mitchbot.messaging.suite;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every service's REST API keeps to. A service inherits it, names what a guild's managers may read, and runs it with
 * tokens of a real Keycloak, beside the real database and the real broker.
 */
public abstract class RestSuite {
    /** Owns the test's guild. */
    protected static final long ALICE = 937497408307200001L;

    /** May manage the test's guild. */
    protected static final long BOB = 937497408307200010L;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    protected final long guild = Records.newId();

    private final Tokens tokens =
            new Tokens(ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class));

    /** What may be read of a guild, below its own path, as {@code wallets}. */
    protected abstract List<String> reads();

    @BeforeAll
    static void tokensCanBeHad() {
        KeycloakServer.awaitReady();
    }

    /** The gateway has told of the guild. */
    @BeforeEach
    protected void theBotIsInTheGuild() {
        new Database()
                .execute(
                        "insert into guilds (guild_id, name, owner_id, member_count, managers, announced_at) "
                                + "values (?, 'Test', ?, 5, cast(? as bigint[]), now())",
                        guild,
                        ALICE,
                        "{" + ALICE + "," + BOB + "}");
    }

    @Test
    void showsNothingToWhoMayNotManageTheGuild() {
        for (String what : reads()) {
            problem(given().get(path(what)), 401);
            problem(given().auth().oauth2("garbage").get(path(what)), 401);
            problem(as("carol").get(path(what)), 403);
            problem(as("operator").get(path(what)), 403);
            problem(as("alice").get(path(Records.newId(), what)), 403);
            problem(as("alice").get(path("none", what)), 403);
            assertThat(as("alice").get(path(what)).statusCode()).as(what).isEqualTo(200);
            assertThat(as("bob").get(path(what)).statusCode()).as(what).isEqualTo(200);
        }
    }

    @Test
    void refusesATokenThatIsExpiredOrMeantForOthers() {
        String what = path(reads().getFirst());
        problem(with(tokens.ofAnotherRealm()).get(what), 401);
        problem(with(tokens.forAnotherAudience("alice")).get(what), 401);
        String token = tokens.shortLived("alice");
        await().atMost(PATIENCE).until(() -> with(token).get(what).statusCode() == 401);
    }

    @Test
    void saysSoWhileTheDatabaseIsAway() {
        String alice = tokenOf("alice");
        assertThat(readiness()).isEqualTo(200);
        Servers.killPostgres();
        try {
            requireAway(alice);
        } finally {
            Servers.startPostgres();
        }
        await().atMost(PATIENCE)
                .until(() -> with(alice).get(path(reads().getFirst())).statusCode() == 200);
        assertThat(readiness()).as("asked once, as soon as it works").isEqualTo(200);
    }

    private static int readiness() {
        return given().get("/q/health/ready").statusCode();
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

    @Test
    void describesTheTokenAndTheProblemsOfEveryOperation() {
        Description description = Description.served();

        assertThat(description.hasBearerTokens()).isTrue();
        assertThat(description.fieldsOfProblems()).contains("title", "status", "detail", "errors");
        assertThat(description.operations()).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.needsToken()).isTrue();
            assertThat(operation.errors()).contains("400", "401", "403", "503").allMatch(operation::answersWithProblem);
        });
    }

    @Test
    void namesEveryParameterThatIsInvalidOrUnknown() {
        String alice = tokenOf("alice");
        for (Description.Operation read : Description.served().reads()) {
            String path = pathOf(read);
            List<String> wrong = new ArrayList<>(read.queryParameters());
            wrong.add("membr");

            for (String name : wrong) {
                problem(with(alice).queryParam(name, "!").get(path), 400).then().body("errors.field", hasItem(name));
            }
            var all = with(alice);
            wrong.forEach(name -> all.queryParam(name, "!"));
            problem(all.get(path), 400).then().body("errors.field", containsInAnyOrder(wrong.toArray()));
        }
    }

    private String pathOf(Description.Operation read) {
        return reads().stream()
                .map(what -> path(what.replaceFirst("[?].*", "")))
                .filter(read::isAt)
                .findFirst()
                .orElseThrow(() -> new AssertionError("The suite reads nothing at " + read.path()));
    }

    /** What a caller is told while the database is away. */
    void requireAway(String token) {
        reads().forEach(what -> problem(with(token).get(path(what)), 503));
    }

    /** A request by a user of the demo. */
    protected final RequestSpecification as(String user) {
        return with(tokenOf(user));
    }

    /** For requests that are many or at once. */
    protected final String tokenOf(String user) {
        return tokens.of(user);
    }

    protected static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }

    /** Something of the test's guild. */
    protected final String path(String what) {
        return path(guild, what);
    }

    /** Something of any guild, or of what is none. */
    protected static String path(Object guild, String what) {
        return "/api/v1/guilds/" + guild + "/" + what;
    }

    /** Requires that the answer is a problem with this status. */
    protected static Response problem(Response response, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(response.jsonPath().getString("title")).isNotBlank();
        return response;
    }
}
