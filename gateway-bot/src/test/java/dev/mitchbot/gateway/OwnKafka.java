package dev.mitchbot.gateway;

import dev.mitchbot.infra.servers.KafkaProcess;
import dev.mitchbot.infra.servers.LocalKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A Kafka of the test's own, to be killed and frozen, and a Discord that does as told. */
public final class OwnKafka implements QuarkusTestResourceLifecycleManager {
    private static KafkaProcess kafka;

    public static KafkaProcess kafka() {
        return kafka;
    }

    @Override
    public Map<String, String> start() {
        kafka = KafkaProcess.start(LocalKafka.Options.temporary());
        return Map.of(
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "gateway.discord.api-url", RecordedDiscord.instance().apiUrl(),
                "gateway.kafka.partitions", "4");
    }

    @Override
    public void stop() {
        kafka.resume();
        kafka.close();
    }
}
