package dev.mitchbot.simulator.rest;

import io.vertx.core.http.HttpServerResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Counts requests as Discord does: per route and major parameter, and 50 a second over all that are not interactions. */
final class RateLimits {
    static final int PER_BUCKET = 10;
    static final int GLOBAL_PER_SECOND = 50;
    private static final int BUCKETS_KEPT = 20_000;
    private static final long WINDOW_MS = 1_000;

    private final boolean enforced;
    private final Map<String, Window> windows = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > BUCKETS_KEPT;
        }
    };
    private final Window global = new Window();

    RateLimits(boolean enforced) {
        this.enforced = enforced;
    }

    /**
     * What the counting found.
     *
     * @param bucket the name of the route's bucket
     * @param limited whether the request must be refused
     */
    record Verdict(String bucket, int remaining, long resetAfterMs, boolean limited, boolean global) {
        void describe(HttpServerResponse response) {
            response.putHeader("X-RateLimit-Bucket", bucket)
                    .putHeader("X-RateLimit-Limit", String.valueOf(PER_BUCKET))
                    .putHeader("X-RateLimit-Remaining", String.valueOf(remaining))
                    .putHeader("X-RateLimit-Reset-After", seconds(resetAfterMs))
                    .putHeader("X-RateLimit-Reset", seconds(System.currentTimeMillis() + resetAfterMs));
        }
    }

    private static final class Window {
        private long startMs;
        private int used;

        /** Counts one more; false when the window is full. */
        boolean take(long nowMs, int capacity) {
            if (nowMs - startMs >= WINDOW_MS) {
                startMs = nowMs;
                used = 0;
            }
            if (used >= capacity) {
                return false;
            }
            used++;
            return true;
        }

        long leftMs(long nowMs) {
            return Math.max(1, startMs + WINDOW_MS - nowMs);
        }
    }

    Verdict count(String bucket, String majorParameter, boolean countsGlobally) {
        long now = System.currentTimeMillis();
        if (countsGlobally && !global.take(now, GLOBAL_PER_SECOND) && enforced) {
            return new Verdict(bucket, 0, global.leftMs(now), true, true);
        }
        var window = windows.computeIfAbsent(bucket + majorParameter, key -> new Window());
        boolean taken = window.take(now, PER_BUCKET);
        int remaining = enforced ? PER_BUCKET - window.used : PER_BUCKET - 1;
        return new Verdict(bucket, remaining, window.leftMs(now), !taken && enforced, false);
    }

    static String seconds(long ms) {
        return String.format(Locale.ROOT, "%.3f", ms / 1_000.0);
    }
}
