package dev.mitchbot.simulator;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Executors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.Compression;

/** The real JDA, logged in to a simulator. */
final class Bot implements AutoCloseable {
    private final ShardManager shards;

    private Bot(ShardManager shards) {
        this.shards = shards;
    }

    static DefaultShardManagerBuilder builder(Simulator simulator) {
        return DefaultShardManagerBuilder.createLight(
                        SimulatorConfig.DEMO_TOKEN,
                        GatewayIntent.GUILD_MESSAGES,
                        GatewayIntent.MESSAGE_CONTENT,
                        GatewayIntent.GUILD_MEMBERS,
                        GatewayIntent.GUILD_MODERATION,
                        GatewayIntent.GUILD_MESSAGE_REACTIONS)
                .setRestConfig(new RestConfig().setBaseUrl(simulator.restUrl()))
                .setCompression(Compression.ZLIB)
                .setEnableShutdownHook(false)
                .setCallbackPool(Executors.newVirtualThreadPerTaskExecutor(), true);
    }

    static Bot login(Simulator simulator, ListenerAdapter... listeners) {
        return login(builder(simulator).addEventListeners((Object[]) listeners));
    }

    static Bot login(DefaultShardManagerBuilder builder) {
        var shards = builder.build();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> shards.getShardsRunning() == shards.getShardsTotal()
                        && shards.getStatuses().values().stream().allMatch(JDA.Status.CONNECTED::equals));
        return new Bot(shards);
    }

    JDA jda() {
        return shards.getShards().getFirst();
    }

    ShardManager shards() {
        return shards;
    }

    @Override
    public void close() {
        shards.getShards().forEach(JDA::shutdownNow);
        shards.shutdown();
    }
}
