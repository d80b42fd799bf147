package dev.mitchbot.dashboard.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.dashboard.suite.PagesSuite;
import dev.mitchbot.dashboard.suite.ToldService;
import dev.mitchbot.dashboard.suite.WithoutBrowser;
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

/** The cases' pages before a moderation that answers what a test says. */
@QuarkusTest
@QuarkusTestResource(value = Servers.class, restrictToAnnotatedClass = false)
@QuarkusTestResource(value = KeycloakServer.class, restrictToAnnotatedClass = false)
@QuarkusTestResource(value = WithoutBrowser.class, restrictToAnnotatedClass = false)
class CasePagesIT extends PagesSuite {
    private ToldService moderation;

    @BeforeEach
    void aService() {
        moderation = new ToldService("moderation");
    }

    @AfterEach
    void noService() {
        moderation.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 412})
    void sayNoMoreThanTheyKnowWhereWhatRefusedAChangeCannotBeShown(int refusal) {
        moderation.answers("PUT", refusal, "{}");
        requireAway("moderation-service", send("cases/1", "reason", "as typed"));

        moderation.answers("GET", 503, "{}");
        requireAway("moderation-service", send("cases/1", "reason", "as typed"));
    }

    @Test
    void keepWhatWasTypedWhereNobodyKnowsWhetherItWasSaved() {
        Response hungUp = send("cases/1", "reason", "as typed");
        assertThat(hungUp.statusCode()).isEqualTo(503);
        assertThat(hungUp.asString()).contains("nobody knows yet whether this was saved", "as typed</textarea>");

        moderation.answers("PUT", 503, "{}");
        assertThat(send("cases/1", "reason", "as typed").asString())
                .contains("nobody knows yet whether this was saved", "as typed</textarea>");
    }
}
