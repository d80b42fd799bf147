package dev.mitchbot.gateway;

import dev.mitchbot.infra.servers.TestServers;
import dev.mitchbot.simulator.Simulator;
import dev.mitchbot.simulator.SimulatorConfig;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real Kafka and the Discord simulator, which JDA takes for Discord. */
public final class SimulatorAndKafka implements QuarkusTestResourceLifecycleManager {
    private static final List<String> REQUESTS = new CopyOnWriteArrayList<>();
    private static Simulator simulator;

    public static SimulatedGuild guild() {
        return new SimulatedGuild(simulator.baseUrl());
    }

    /** What the bot has asked of Discord, for example {@code PUT /applications/1/commands}, oldest first. */
    public static List<String> requests() {
        return REQUESTS;
    }

    @Override
    public Map<String, String> start() {
        simulator = Simulator.start(SimulatorConfig.onFreePort());
        simulator.onExchange(exchange -> REQUESTS.add(exchange.method() + " " + exchange.path()));
        return Map.of(
                "kafka.bootstrap.servers",
                TestServers.kafka().bootstrapServers(),
                "gateway.discord.api-url",
                simulator.baseUrl() + "/api/v10",
                "gateway.discord.token",
                SimulatorConfig.DEMO_TOKEN,
                "gateway.discord.content-intent",
                "true",
                "gateway.registration.debounce",
                "200ms",
                "gateway.kafka.partitions",
                "4");
    }

    @Override
    public void stop() {
        simulator.close();
    }
}
