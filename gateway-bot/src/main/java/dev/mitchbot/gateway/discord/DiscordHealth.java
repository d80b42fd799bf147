package dev.mitchbot.gateway.discord;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready means connected to Discord. */
@Readiness
@ApplicationScoped
class DiscordHealth implements HealthCheck {
    private final DiscordConnection connection;

    DiscordHealth(DiscordConnection connection) {
        this.connection = connection;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("discord").status(connection.isConnected());
        connection.trouble().ifPresent(reason -> answer.withData("reason", reason));
        return answer.build();
    }
}
