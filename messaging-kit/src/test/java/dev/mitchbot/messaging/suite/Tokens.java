package dev.mitchbot.messaging.suite;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens as people get them: from Keycloak, for a name and a password. */
public final class Tokens {
    private static final Duration KEPT_FOR = Duration.ofMinutes(1);
    private static final Map<String, Kept> KEPT = new ConcurrentHashMap<>();

    private final String realm;

    private record Kept(String token, Instant until) {}

    public Tokens(String realm) {
        this.realm = realm;
    }

    /** A token of a user of the demo, good for minutes; perhaps the one that somebody else got a moment ago. */
    public String of(String user) {
        return KEPT.compute(
                        user,
                        (_, kept) -> kept != null && Instant.now().isBefore(kept.until())
                                ? kept
                                : new Kept(newToken(user), Instant.now().plus(KEPT_FOR)))
                .token();
    }

    /** A token that Keycloak's own console got for the same user: not meant for our services. */
    public String forAnotherAudience(String user) {
        return token(realm, "admin-cli", user, user);
    }

    /** A token of Keycloak's administrator, who is in another realm. */
    public String ofAnotherRealm() {
        return token(realm.replace("mitchbot", "master"), "admin-cli", "admin", KeycloakServer.ADMIN_PASSWORD);
    }

    /** A token that is good for a second only. */
    public String shortLived(String user) {
        setLifespan("1");
        try {
            return newToken(user);
        } finally {
            setLifespan("");
        }
    }

    private String newToken(String user) {
        return token(realm, "programs", user, user);
    }

    private void setLifespan(String seconds) {
        String clients = realm.replace("/realms/", "/admin/realms/") + "/clients";
        String admin = ofAnotherRealm();
        Map<String, Object> programs = given().auth()
                .oauth2(admin)
                .queryParam("clientId", "programs")
                .get(clients)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("[0]");
        @SuppressWarnings("unchecked")
        var attributes = (Map<String, Object>) programs.get("attributes");
        attributes.put("access.token.lifespan", seconds);
        given().auth()
                .oauth2(admin)
                .contentType("application/json")
                .body(programs)
                .put(clients + "/" + programs.get("id"))
                .then()
                .statusCode(204);
    }

    private static String token(String realm, String client, String user, String password) {
        JsonPath answer = given().formParams(
                        "grant_type", "password", "client_id", client, "username", user, "password", password)
                .post(realm + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return answer.getString("access_token");
    }
}
