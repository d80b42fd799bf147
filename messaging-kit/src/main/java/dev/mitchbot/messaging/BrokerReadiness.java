package dev.mitchbot.messaging;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the broker answers within a second. */
@Readiness
@Singleton
final class BrokerReadiness implements AsyncHealthCheck {
    private static final int TIMEOUT_MILLIS = 1_000;

    private final Admin admin;

    BrokerReadiness(BrokerSettings broker) {
        admin = Admin.create(broker.with(Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS)));
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ZERO);
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .completionStage(() -> admin.describeCluster(new DescribeClusterOptions().timeoutMs(TIMEOUT_MILLIS))
                        .nodes()
                        .toCompletionStage())
                .map(nodes -> HealthCheckResponse.up("broker"))
                .onFailure()
                .recoverWithItem(failure -> HealthCheckResponse.named("broker")
                        .down()
                        .withData("reason", String.valueOf(failure.getMessage()))
                        .build());
    }
}
