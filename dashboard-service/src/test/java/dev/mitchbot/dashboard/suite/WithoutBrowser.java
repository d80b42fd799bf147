package dev.mitchbot.dashboard.suite;

import dev.mitchbot.infra.servers.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Lets those in who show a token of Keycloak, where people come with a session's cookie, and leaves to each test what
 * stands where the services are.
 */
public final class WithoutBrowser implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.oidc.application-type", "hybrid",
                "quarkus.oidc.token.audience", "mitchbot-services",
                "quarkus.oidc.credentials.secret", "only-here",
                "quarkus.rest-client.economy.url", "http://127.0.0.1:" + Ports.free(),
                "quarkus.rest-client.moderation.url", "http://127.0.0.1:" + Ports.free());
    }

    @Override
    public void stop() {}
}
