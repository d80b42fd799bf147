package dev.mitchbot.gateway;

import dev.mitchbot.infra.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A real Kafka and a Discord that does as told. */
public final class RecordedDiscordAndKafka implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "kafka.bootstrap.servers", TestServers.kafka().bootstrapServers(),
                "gateway.discord.api-url", RecordedDiscord.instance().apiUrl(),
                "gateway.kafka.partitions", "4",
                "gateway.discord.callback-timeout", "5s",
                "quarkus.otel.sdk.disabled", "false",
                "quarkus.otel.bsp.schedule.delay", "50ms");
    }

    @Override
    public void stop() {
        // Both are shared with the other tests of this JVM.
    }
}
