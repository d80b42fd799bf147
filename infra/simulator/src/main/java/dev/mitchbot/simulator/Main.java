package dev.mitchbot.simulator;

import dev.mitchbot.simulator.world.Snowflakes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Runs the simulator as its own process. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var simulator = Simulator.start(from(System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
        System.out.println("Discord simulator ready: " + simulator.baseUrl());
    }

    static SimulatorConfig from(Map<String, String> environment) {
        var token = environment.getOrDefault("SIMULATOR_TOKEN", SimulatorConfig.DEMO_TOKEN);
        return SimulatorConfig.onFreePort()
                .withPort(number(environment, "SIMULATOR_PORT", 8090))
                .withToken(token)
                .withApplicationId(environment.getOrDefault("SIMULATOR_APPLICATION_ID", botOf(token)))
                .withRateLimits(!"off".equals(environment.get("SIMULATOR_RATE_LIMITS")))
                .with(new SimulatorConfig.Bounds(
                        number(environment, "SIMULATOR_MESSAGES_PER_CHANNEL", 1_000),
                        number(environment, "SIMULATOR_INTERACTIONS", 10_000),
                        number(environment, "SIMULATOR_EXCHANGES", 1_000),
                        number(environment, "SIMULATOR_REPLAY", 5_000)));
    }

    /** A bot's token starts with its id. */
    private static String botOf(String token) {
        try {
            var id = new String(Base64.getDecoder().decode(token.split("\\.")[0]), StandardCharsets.US_ASCII);
            return Snowflakes.isSnowflake(id) ? id : SimulatorConfig.DEMO_APPLICATION;
        } catch (IllegalArgumentException notBase64) {
            return SimulatorConfig.DEMO_APPLICATION;
        }
    }

    private static int number(Map<String, String> environment, String key, int fallback) {
        return Integer.parseInt(environment.getOrDefault(key, String.valueOf(fallback)));
    }
}
