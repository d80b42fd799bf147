package dev.mitchbot.dashboard.suite;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.messaging.suite.Database;
import dev.mitchbot.messaging.suite.KeycloakServer;
import dev.mitchbot.messaging.suite.Records;
import dev.mitchbot.messaging.suite.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Pages of a guild as its owner gets them, with a token of a real Keycloak, from the real database. */
public abstract class PagesSuite {
    protected static final long ALICE = 937497408307200001L;

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    protected final long guild = Records.newId();
    protected final Database database = new Database();

    private final Tokens tokens =
            new Tokens(ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class));

    @BeforeAll
    static void tokensCanBeHad() {
        KeycloakServer.awaitReady();
    }

    /** The gateway has told of the guild. */
    @BeforeEach
    protected void theBotIsInTheGuild() {
        database.execute(
                "insert into guilds (guild_id, name, owner_id, member_count, managers, announced_at) "
                        + "values (?, 'Test', ?, 5, cast(? as bigint[]), now())",
                guild,
                ALICE,
                "{" + ALICE + "}");
    }

    protected final String path(String page) {
        return "/guilds/" + Long.toUnsignedString(guild) + "/" + page;
    }

    protected final Response get(String page) {
        return asAlice().get(path(page));
    }

    /** Sends a form of one field, as one of the owner's own pages has it. */
    protected final Response send(String page, String field, String value) {
        Matcher token = FORM_TOKEN.matcher(asAlice().get("/").asString());
        if (!token.find()) {
            throw new AssertionError("no form on the first page");
        }
        return asAlice()
                .redirects()
                .follow(false)
                .formParam("token", token.group(1))
                .formParam("version", "\"6\"")
                .formParam("key", "k-" + Records.newId())
                .formParam(field, value)
                .post(path(page));
    }

    /** The plain page of a service that does not answer: it claims nothing and offers nothing to save. */
    protected static void requireAway(String service, Response page) {
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.asString())
                .contains(service + " does not answer. Try again in a moment.")
                .doesNotContain("nobody knows", "Save");
    }

    protected final String bearer() {
        return "Bearer " + tokens.of("alice");
    }

    private RequestSpecification asAlice() {
        return given().header("Authorization", bearer());
    }
}
