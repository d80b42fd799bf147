package dev.mitchbot.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mitchbot.infra.keycloak.LocalKeycloak;
import dev.mitchbot.infra.servers.Database;
import dev.mitchbot.infra.servers.LocalPostgres;
import dev.mitchbot.infra.servers.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keycloak with Mitchbot's realm: here and not beside the realm, as the services' tests wait for that module. */
class RealmIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DASHBOARD = "http://127.0.0.1:8084";

    @TempDir
    private static Path folder;

    private static Stack stack;
    /** With the demo's settings: the stack's own. */
    private static LocalKeycloak keycloak;

    /** Without them, and with those of Discord. */
    private static LocalKeycloak real;

    @BeforeAll
    static void start() {
        stack = Stack.start(StackOptions.forTests().with(List.of(Echo.ECONOMY)).withKeycloak());
        keycloak = (LocalKeycloak) stack.server("keycloak");
        real = LocalKeycloak.launch(withoutTheDemo());
        real.awaitReady();
    }

    @AfterAll
    static void stop() {
        if (real != null) {
            real.close();
        }
        if (stack != null) {
            long pid = keycloak.pid();
            stack.close();
            assertThat(ProcessHandle.of(pid)).isEmpty();
        }
    }

    private static LocalKeycloak.Options withoutTheDemo() {
        var postgres = (LocalPostgres) stack.server("postgres");
        Database database = postgres.address().create(Database.unique("keycloak"));
        return new LocalKeycloak.Options(
                Path.of("../..").toAbsolutePath().normalize(),
                Ports.free(),
                Ports.free(),
                postgres.jdbcUrl(database.name()),
                database,
                "only-here",
                Map.of(
                        "DASHBOARD_URL", DASHBOARD,
                        "DASHBOARD_OIDC_SECRET", "only-here",
                        "DISCORD_LOGIN", "true",
                        "DISCORD_CLIENT_ID", "4711",
                        "DISCORD_CLIENT_SECRET", "only-here"),
                List.of(),
                folder.resolve("real.log"));
    }

    @Test
    void isPartOfAStackThatTellsTheServicesWhereTokensComeFrom() {
        assertThat(stack.names()).containsExactly("economy-1", "kafka", "keycloak", "postgres");
        assertThat(stack.oidcUrl()).isEqualTo(keycloak.realmUrl());
        assertThat(Echo.page(stack, "economy-1")).contains("OIDC_URL=" + keycloak.realmUrl() + "\n");
        assertThat(stack.plan().login().orElseThrow().knownDashboardUrl()).contains(DASHBOARD);
    }

    @Test
    void findsItsTablesLaidOut() throws Exception {
        assertThat(Files.readString(stack.log("keycloak")))
                .contains("Initializing master realm")
                .doesNotContain("Initializing database schema", "Updating database");
    }

    @ParameterizedTest
    @CsvSource({"alice,937497408307200001", "bob,937497408307200010", "carol,937497408307200011"})
    void saysWhoAUserIsInDiscord(String user, String discordId) throws Exception {
        JsonNode claims = claims(logIn(user, user));
        assertThat(claims.path("discord_id").asText()).isEqualTo(discordId);
        assertThat(claims.path("preferred_username").asText()).isEqualTo(user);
        assertThat(claims.path("iss").asText()).isEqualTo(keycloak.realmUrl());
        assertThat(claims.path("aud").asText()).isEqualTo("mitchbot-services");
        assertThat(claims.path("realm_access").path("roles").toString()).doesNotContain("operator");
    }

    @Test
    void knowsTheOperatorByRole() throws Exception {
        JsonNode claims = claims(logIn("operator", "operator"));
        assertThat(claims.path("realm_access").path("roles").toString()).contains("operator");
        assertThat(claims.has("discord_id")).isFalse();
    }

    @Test
    void refusesAWrongPassword() throws Exception {
        var refused = logIn("alice", "wrong");
        assertThat(refused.statusCode()).isIn(400, 401);
        assertThat(refused.body()).contains("invalid_grant");
    }

    @Test
    void sendsNobodyAnywhereButToTheDashboardAndAsksForPkce() throws Exception {
        assertThat(authorize("http://127.0.0.1:9/elsewhere", "&code_challenge=x&code_challenge_method=S256")
                        .statusCode())
                .isEqualTo(400);
        var withoutPkce = authorize(DASHBOARD + "/signed-in", "");
        assertThat(withoutPkce.statusCode()).isEqualTo(302);
        assertThat(withoutPkce.headers().firstValue("Location").orElseThrow()).contains("error=invalid_request");
        var asked = authorize(
                DASHBOARD + "/signed-in",
                "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("username").doesNotContain("discord.com");
    }

    /** To find one takes as long as importing all the rest. */
    @Test
    void hasNoRsaKeyThatNobodyAsksFor() throws Exception {
        var keys = JSON.readTree(get(keycloak.realmUrl() + "/protocol/openid-connect/certs")
                        .body())
                .path("keys");
        assertThat(keys).extracting(key -> key.path("kty").asText()).containsExactly("EC");
    }

    @Test
    void comesBackWithItsUsersAfterAKill() throws Exception {
        keycloak.kill();
        keycloak.restart();
        assertThat(logIn("alice", "alice").statusCode()).isEqualTo(200);
    }

    @Test
    void withoutTheDemosSettingsNoPasswordOfTheDemoIsGoodAndDiscordIsOffered() throws Exception {
        assertThat(logIn(real, "alice", "alice").body()).contains("unauthorized_client");
        assertThat(users(real))
                .isNotEmpty()
                .allSatisfy(
                        user -> assertThat(user.path("enabled").asBoolean(true)).isFalse());
        var page = get(authorization(
                real,
                DASHBOARD + "/signed-in",
                "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"));
        assertThat(page.body()).contains("Discord");
    }

    private static HttpResponse<String> logIn(String user, String password) throws Exception {
        return logIn(keycloak, user, password);
    }

    private static HttpResponse<String> logIn(LocalKeycloak keycloak, String user, String password) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(keycloak.realmUrl() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "grant_type=password&client_id=programs&username=" + user + "&password=" + password))
                        .build(),
                BodyHandlers.ofString());
    }

    /** All users of the realm, as its administrator sees them. */
    private static JsonNode users(LocalKeycloak keycloak) throws Exception {
        var admin = HTTP.send(
                HttpRequest.newBuilder(URI.create(keycloak.url() + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "grant_type=password&client_id=admin-cli&username=admin&password=only-here"))
                        .build(),
                BodyHandlers.ofString());
        String token = JSON.readTree(admin.body()).path("access_token").asText();
        var users = HTTP.send(
                HttpRequest.newBuilder(URI.create(keycloak.url() + "/admin/realms/mitchbot/users"))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
        assertThat(users.statusCode()).as(users.body()).isEqualTo(200);
        return JSON.readTree(users.body());
    }

    private static HttpResponse<String> authorize(String redirect, String more) throws Exception {
        return get(authorization(keycloak, redirect, more));
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private static String authorization(LocalKeycloak keycloak, String redirect, String more) {
        return keycloak.realmUrl() + "/protocol/openid-connect/auth?client_id=dashboard&response_type=code&scope=openid"
                + "&redirect_uri=" + redirect + more;
    }

    private static JsonNode claims(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        String token = JSON.readTree(response.body()).path("access_token").asText();
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
