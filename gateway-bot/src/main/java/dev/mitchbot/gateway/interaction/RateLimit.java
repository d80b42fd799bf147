package dev.mitchbot.gateway.interaction;

import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.LeastRecentlyUsed;
import java.util.Map;

/** A token bucket per member; the least recently active are forgotten first. */
final class RateLimit {
    private static final double NANOS_PER_SECOND = 1e9;

    private final int burst;
    private final double perNano;
    private final Map<Long, Bucket> buckets;

    RateLimit(GatewaySettings.RateLimit settings) {
        burst = settings.burst();
        perNano = settings.perSecond() / NANOS_PER_SECOND;
        buckets = new LeastRecentlyUsed<>(settings.members());
    }

    /**
     * Whether the member may act now, and if so, counts it.
     *
     * @param now nanoseconds on any steady clock
     */
    synchronized boolean allows(long userId, long now) {
        Bucket bucket = buckets.getOrDefault(userId, new Bucket(burst, now));
        double tokens = Math.min(burst, bucket.tokens() + (now - bucket.at()) * perNano);
        boolean allowed = tokens >= 1;
        buckets.put(userId, new Bucket(allowed ? tokens - 1 : tokens, now));
        return allowed;
    }

    private record Bucket(double tokens, long at) {}
}
