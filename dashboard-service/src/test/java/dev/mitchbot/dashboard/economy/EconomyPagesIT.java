package dev.mitchbot.dashboard.economy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.dashboard.suite.PagesSuite;
import dev.mitchbot.dashboard.suite.ToldService;
import dev.mitchbot.dashboard.suite.WithoutBrowser;
import dev.mitchbot.messaging.rest.Cursor;
import dev.mitchbot.messaging.suite.KeycloakServer;
import dev.mitchbot.messaging.suite.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The economy's pages before an economy that answers what a test says. */
@QuarkusTest
@QuarkusTestResource(value = Servers.class, restrictToAnnotatedClass = false)
@QuarkusTestResource(value = KeycloakServer.class, restrictToAnnotatedClass = false)
@QuarkusTestResource(value = WithoutBrowser.class, restrictToAnnotatedClass = false)
class EconomyPagesIT extends PagesSuite {
    private static final String NOBODY_YET = "Nobody has coins yet";
    private static final String NOBODY_ELSE = "Nobody else has coins";
    private static final String THE_WAY_BACK = "To the beginning";

    private ToldService economy;

    @BeforeEach
    void aService() {
        economy = new ToldService("economy");
    }

    @AfterEach
    void noService() {
        economy.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 412})
    void sayNoMoreThanTheyKnowWhereWhatRefusedAChangeCannotBeShown(int refusal) {
        economy.answers("PUT", refusal, "{}");
        requireAway("economy-service", send("economy", "maxStake", "4321"));

        economy.answers("GET", 503, "{}");
        requireAway("economy-service", send("economy", "maxStake", "4321"));
    }

    @Test
    void keepWhatWasTypedWhereNobodyKnowsWhetherItWasSaved() {
        Response hungUp = send("economy", "maxStake", "4321");
        assertThat(hungUp.statusCode()).isEqualTo(503);
        assertThat(hungUp.asString()).contains("nobody knows yet whether this was saved", "value=\"4321\"");

        economy.answers("PUT", 503, "{}");
        assertThat(send("economy", "maxStake", "4321").asString())
                .contains("nobody knows yet whether this was saved", "value=\"4321\"");
    }

    @Test
    void showWhatCountsNowBesideWhatWasRefused() {
        economy.answers("PUT", 412, "{}").answers("GET", 200, "{\"maxStake\":1000}");

        Response refused = send("economy", "maxStake", "4321");
        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(refused.asString()).contains("Somebody else changed these settings", "value=\"1000\"", "4321");
    }

    @Test
    void comeWhereAServiceHangsUpOnceAndNotWhereItGoesOnToDoSo() {
        economy.answers("GET", 200, "{\"items\":[]}").hangingUpFirst(1);
        assertThat(get("leaderboard").asString()).contains(NOBODY_YET);

        economy.hangingUpFirst(2);
        requireAway("economy-service", get("leaderboard"));
    }

    @Test
    void nameACursorThatIsNone() {
        economy.answers("GET", 400, "{\"errors\":[{\"field\":\"cursor\",\"message\":\"" + Cursor.FORM + "\"}]}");

        Response refused = get("leaderboard?cursor=x");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString())
                .contains("Cursor must be a page", THE_WAY_BACK)
                .doesNotContain(NOBODY_YET, NOBODY_ELSE);
    }

    @Test
    void sayThatNobodyHasCoinsOnlyWhereNobodyHas() {
        economy.answers("GET", 200, "{\"items\":[]}");

        assertThat(get("leaderboard").asString()).contains(NOBODY_YET).doesNotContain(NOBODY_ELSE, THE_WAY_BACK);
        assertThat(get("leaderboard?cursor=AAAA").asString())
                .contains(NOBODY_ELSE, THE_WAY_BACK)
                .doesNotContain(NOBODY_YET);
    }
}
