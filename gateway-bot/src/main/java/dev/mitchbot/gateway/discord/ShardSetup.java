package dev.mitchbot.gateway.discord;

import com.fasterxml.jackson.core.JsonFactory;
import dev.mitchbot.gateway.GatewaySettings;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.utils.ChunkingFilter;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.MemberCachePolicy;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import net.dv8tion.jda.internal.utils.SerializationUtil;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** JDA as the gateway wants it: raw events, small caches, no thread that waits for Discord. */
final class ShardSetup {
    private static final int REST_CONNECTIONS = 8;
    private static final int REST_KEEP_ALIVE_SECONDS = 60;
    private static final MemberCachePolicy MANAGERS =
            MemberCachePolicy.OWNER.or(member -> member.hasPermission(Permission.MANAGE_SERVER));

    private final GatewaySettings.Discord settings;

    ShardSetup(GatewaySettings.Discord settings) {
        this.settings = settings;
        keepNoTableOfNames();
    }

    /** In an interaction users' ids are field names: JDA's JSON parser would spend most of its time on a table of them. */
    @SuppressWarnings("deprecation") // a builder would be the way now, but JDA has built its factory already
    private static void keepNoTableOfNames() {
        SerializationUtil.getObjectWriter(false).getFactory().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES);
    }

    DefaultShardManagerBuilder builder(String token, List<ListenerAdapter> listeners) {
        DefaultShardManagerBuilder builder = DefaultShardManagerBuilder.create(token, intents())
                .disableCache(EnumSet.complementOf(EnumSet.of(CacheFlag.MEMBER_OVERRIDES)))
                .setMemberCachePolicy(MANAGERS)
                .setChunkingFilter(settings.membersIntent() ? ChunkingFilter.ALL : ChunkingFilter.NONE)
                .setRawEventsEnabled(true)
                .setCompression(Compression.ZLIB)
                .setSessionController(new SameGateway())
                .setRestConfig(new RestConfig().setBaseUrl(settings.apiUrl() + "/"))
                .setHttpClientBuilder(new OkHttpClient.Builder()
                        .connectionPool(
                                new ConnectionPool(REST_CONNECTIONS, REST_KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)))
                .setRateLimitElastic(Executors.newVirtualThreadPerTaskExecutor(), true)
                .setEnableShutdownHook(false)
                .setShardsTotal(settings.shards());
        settings.shardIds().map(ShardSetup::range).ifPresent(builder::setShards);
        listeners.forEach(builder::addEventListeners);
        return builder;
    }

    private Set<GatewayIntent> intents() {
        Set<GatewayIntent> intents = EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.GUILD_MESSAGE_REACTIONS);
        if (settings.membersIntent()) {
            intents.add(GatewayIntent.GUILD_MEMBERS);
        }
        if (settings.contentIntent()) {
            intents.add(GatewayIntent.MESSAGE_CONTENT);
        }
        return intents;
    }

    private static List<Integer> range(String text) {
        String[] ends = text.split("-", 2);
        int first = Integer.parseInt(ends[0].trim());
        int last = ends.length == 1 ? first : Integer.parseInt(ends[1].trim());
        return IntStream.rangeClosed(first, last).boxed().toList();
    }
}
