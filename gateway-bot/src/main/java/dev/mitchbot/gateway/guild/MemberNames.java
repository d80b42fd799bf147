package dev.mitchbot.gateway.guild;

import dev.mitchbot.contracts.discord.MemberSnapshot;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.LeastRecentlyUsed;
import dev.mitchbot.gateway.broker.Publisher;
import dev.mitchbot.gateway.telemetry.GatewayMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.entities.Member;

/**
 * Tells the services what members are called, each name once for as long as it is remembered. Nothing waits for it: a
 * name that cannot be published is forgotten, and published when it is seen again.
 */
@ApplicationScoped
public class MemberNames {
    private static final String EVENT = "member";

    private final Publisher publisher;
    private final GatewayMetrics metrics;
    private final Map<String, String> published;
    private final ThreadPoolExecutor writer;

    MemberNames(Publisher publisher, GatewayMetrics metrics, GatewaySettings settings) {
        this.publisher = publisher;
        this.metrics = metrics;
        published = Collections.synchronizedMap(
                new LeastRecentlyUsed<>(settings.guilds().rememberedNames()));
        writer = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.guilds().maxQueuedEvents()),
                Thread.ofPlatform().name("member-names").daemon().factory());
    }

    /** Takes what a member is called; returns at once. */
    public void seen(MemberSnapshot member) {
        if (member.name().equals(published.put(member.key(), member.name()))) {
            return;
        }
        try {
            writer.execute(() -> publish(member));
        } catch (RejectedExecutionException e) {
            forget(member, "dropped");
        }
    }

    /** The same for a member as JDA knows them now. */
    void seen(Member member) {
        seen(new MemberSnapshot(
                member.getGuild().getIdLong(),
                member.getIdLong(),
                member.getEffectiveName(),
                member.getUser().isBot(),
                Instant.now()));
    }

    private void publish(MemberSnapshot member) {
        byte[] body = Json.write(member);
        String id = "member:" + member.key() + ":" + UUID.nameUUIDFromBytes(body);
        publisher
                .publish(
                        Topic.MEMBERS.topicName(), member.key(), body, Publisher.event(id, MemberSnapshot.TYPE, id, ""))
                .whenComplete((done, error) -> {
                    if (error == null) {
                        metrics.event(EVENT, "published");
                    } else {
                        forget(member, "failed");
                    }
                });
    }

    private void forget(MemberSnapshot member, String outcome) {
        published.remove(member.key(), member.name());
        metrics.event(EVENT, outcome);
    }
}
