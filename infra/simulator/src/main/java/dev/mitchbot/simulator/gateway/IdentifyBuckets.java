package dev.mitchbot.simulator.gateway;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Lets one shard of each bucket identify in a spacing, and counts what is left of the day's budget. */
public final class IdentifyBuckets {
    private static final int PER_DAY = 1_000;

    private final int buckets;
    private final long spacingMs;
    private final Map<Integer, Long> lastMs = new HashMap<>();
    private int identified;

    IdentifyBuckets(int buckets, Duration spacing) {
        this.buckets = buckets;
        this.spacingMs = spacing.toMillis();
    }

    boolean admits(int shard, long nowMs) {
        var last = lastMs.get(shard % buckets);
        if (last != null && nowMs - last < spacingMs) {
            return false;
        }
        lastMs.put(shard % buckets, nowMs);
        identified++;
        return true;
    }

    public int total() {
        return PER_DAY;
    }

    public int remaining() {
        return Math.max(0, PER_DAY - identified);
    }

    public int buckets() {
        return buckets;
    }
}
