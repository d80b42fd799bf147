package dev.mitchbot.simulator;

import java.time.Duration;

/**
 * What a simulator is started with; every bound on what it keeps stands here.
 *
 * @param port the loopback port, 0 for any free one
 * @param token the bot token that the Discord face accepts
 * @param applicationId the id of the application and of its bot user
 * @param rateLimits whether a client that exceeds Discord's rate limits is answered 429
 */
public record SimulatorConfig(
        int port,
        String token,
        String applicationId,
        boolean rateLimits,
        Sharding sharding,
        Deadlines deadlines,
        Bounds bounds) {
    public static final String DEMO_APPLICATION = "1099511627776000000";
    public static final String DEMO_TOKEN = "MTA5OTUxMTYyNzc3NjAwMDAwMA.demo.only-good-for-the-simulator";

    /**
     * How sessions are spread.
     *
     * @param recommended how many shards the gateway recommends
     * @param maxConcurrency how many identify buckets there are
     * @param identifySpacing how long one bucket is closed after an IDENTIFY; zero leaves it open
     */
    public record Sharding(int recommended, int maxConcurrency, Duration identifySpacing) {
        public static final Sharding RELAXED = new Sharding(1, 16, Duration.ZERO);
    }

    /**
     * How long an interaction lives.
     *
     * @param acknowledgement how long it waits for its first answer
     * @param tokenLife how long its token can be used
     */
    public record Deadlines(Duration acknowledgement, Duration tokenLife) {
        public static final Deadlines DISCORD = new Deadlines(Duration.ofSeconds(3), Duration.ofMinutes(15));
    }

    /**
     * What is kept; of each the oldest goes first.
     *
     * @param messagesPerChannel messages, and ephemeral messages, of each channel
     * @param interactions interactions
     * @param exchanges exchanges of the Discord face, for the control face
     * @param replay events of each gateway session, for RESUME
     */
    public record Bounds(int messagesPerChannel, int interactions, int exchanges, int replay) {
        public static final Bounds DEFAULT = new Bounds(1_000, 10_000, 1_000, 5_000);
    }

    /** The defaults on a free port: what a test wants. */
    public static SimulatorConfig onFreePort() {
        return new SimulatorConfig(
                0, DEMO_TOKEN, DEMO_APPLICATION, true, Sharding.RELAXED, Deadlines.DISCORD, Bounds.DEFAULT);
    }

    public SimulatorConfig withPort(int other) {
        return new SimulatorConfig(other, token, applicationId, rateLimits, sharding, deadlines, bounds);
    }

    public SimulatorConfig withToken(String other) {
        return new SimulatorConfig(port, other, applicationId, rateLimits, sharding, deadlines, bounds);
    }

    public SimulatorConfig withApplicationId(String other) {
        return new SimulatorConfig(port, token, other, rateLimits, sharding, deadlines, bounds);
    }

    public SimulatorConfig withRateLimits(boolean enforced) {
        return new SimulatorConfig(port, token, applicationId, enforced, sharding, deadlines, bounds);
    }

    public SimulatorConfig with(Sharding other) {
        return new SimulatorConfig(port, token, applicationId, rateLimits, other, deadlines, bounds);
    }

    public SimulatorConfig with(Deadlines other) {
        return new SimulatorConfig(port, token, applicationId, rateLimits, sharding, other, bounds);
    }

    public SimulatorConfig with(Bounds other) {
        return new SimulatorConfig(port, token, applicationId, rateLimits, sharding, deadlines, other);
    }
}
