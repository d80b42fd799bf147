package dev.mitchbot.gateway.guild;

import dev.mitchbot.contracts.discord.GuildSnapshot;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.broker.Publisher;
import dev.mitchbot.gateway.telemetry.GatewayMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import org.jboss.logging.Logger;

/**
 * Tells the services what the guilds look like, and what those are called whom JDA keeps: the bot itself and who may
 * manage the guild. On connecting and whenever a guild has changed.
 */
@ApplicationScoped
class GuildSnapshots {
    private static final Logger LOG = Logger.getLogger(GuildSnapshots.class);

    private final Publisher publisher;
    private final MemberNames names;
    private final GatewayMetrics metrics;
    private final GatewaySettings.Guilds settings;
    private final Duration retry;
    private final Map<Long, String> published = new ConcurrentHashMap<>();
    private final Set<Long> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("guild-snapshots").daemon().factory());

    GuildSnapshots(Publisher publisher, MemberNames names, GatewayMetrics metrics, GatewaySettings settings) {
        this.publisher = publisher;
        this.names = names;
        this.metrics = metrics;
        this.settings = settings.guilds();
        retry = settings.kafka().probeInterval();
    }

    /** Something about the guild changed; several changes in a short time make one snapshot. */
    void touch(JDA shard, long guildId) {
        touch(shard, guildId, settings.debounce());
    }

    /** The bot is no longer in the guild; one that is only out of reach keeps its snapshot. */
    void left(long guildId) {
        published.remove(guildId);
        clock.execute(() -> publisher.eraseWithPatience(Topic.GUILDS.topicName(), Long.toUnsignedString(guildId)));
    }

    void close() {
        clock.shutdownNow();
    }

    private void touch(JDA shard, long guildId, Duration delay) {
        if (waiting.add(guildId)) {
            try {
                clock.schedule(() -> compare(shard, guildId), delay.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("Stopped: no more snapshots");
            }
        }
    }

    private void compare(JDA shard, long guildId) {
        waiting.remove(guildId);
        try {
            Guild guild = shard.getGuildById(guildId);
            if (guild != null) {
                publish(shard, SnapshotReader.read(guild, settings.maxManagers()));
                guild.getMemberCache().forEach(names::seen);
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "No snapshot of guild %d", guildId);
        }
    }

    private void publish(JDA shard, GuildSnapshot snapshot) {
        byte[] body = Json.write(snapshot);
        String state = UUID.nameUUIDFromBytes(body).toString();
        if (state.equals(published.put(snapshot.id(), state))) {
            return;
        }
        String key = Long.toUnsignedString(snapshot.id());
        String id = "guild:" + key + ":" + state + ":" + Moment.now();
        confirm(
                shard,
                snapshot.id(),
                publisher.publish(
                        Topic.GUILDS.topicName(), key, body, Publisher.event(id, GuildSnapshot.TYPE, id, "")));
    }

    private void confirm(JDA shard, long guildId, CompletableFuture<Void> publication) {
        publication.whenComplete((done, error) -> {
            metrics.event("guild", error == null ? "published" : "failed");
            if (error != null) {
                published.remove(guildId);
                touch(shard, guildId, retry);
            }
        });
    }
}
