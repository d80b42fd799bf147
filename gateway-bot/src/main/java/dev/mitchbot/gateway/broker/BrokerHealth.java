package dev.mitchbot.gateway.broker;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that Kafka is there and has the topics; where it is not, the data says why. */
@Readiness
@ApplicationScoped
class BrokerHealth implements HealthCheck {
    private final Broker broker;

    BrokerHealth(Broker broker) {
        this.broker = broker;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("broker").status(broker.isThere());
        return (broker.isThere() ? answer : answer.withData("trouble", broker.trouble())).build();
    }
}
