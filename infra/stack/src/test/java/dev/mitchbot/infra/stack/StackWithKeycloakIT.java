package dev.mitchbot.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Keycloak needs so long that the other tests can run beside it. */
@Execution(ExecutionMode.CONCURRENT)
class StackWithKeycloakIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void tellsTheServicesWhereTheTokensOfTheDemosUsersComeFrom() throws Exception {
        var options = StackOptions.forTests().with(List.of(Echo.ECONOMY)).withKeycloak();
        long keycloak;
        try (Stack stack = Stack.start(options)) {
            assertThat(stack.names()).containsExactly("economy-1", "kafka", "keycloak", "postgres");
            assertThat(Echo.page(stack, "economy-1")).contains("OIDC_URL=" + stack.oidcUrl() + "\n");
            assertThat(token(stack.oidcUrl(), "alice")).contains("\"access_token\"");
            assertThat(stack.plan().login().orElseThrow().knownDashboardUrl()).contains("http://127.0.0.1:8084");

            stack.server("keycloak").kill();
            stack.server("keycloak").restart();
            assertThat(token(stack.oidcUrl(), "operator")).contains("\"access_token\"");
            keycloak = stack.server("keycloak").pid();
        }
        assertThat(ProcessHandle.of(keycloak)).isEmpty();
    }

    private static String token(String issuer, String user) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=password&client_id=programs&username=" + user + "&password=" + user));
        return HTTP.send(request.build(), BodyHandlers.ofString()).body();
    }
}
