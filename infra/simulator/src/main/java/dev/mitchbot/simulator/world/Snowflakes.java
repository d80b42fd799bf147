package dev.mitchbot.simulator.world;

import java.time.Instant;

/** Gives out Discord's ids: each greater than the last, each telling when it was made. */
public final class Snowflakes {
    private static final long DISCORD_EPOCH_MS = 1_420_070_400_000L;
    private static final int TIME_SHIFT = 22;

    private long last;
    private long backdated;

    public String next() {
        last = Math.max(last + 1, (System.currentTimeMillis() - DISCORD_EPOCH_MS) << TIME_SHIFT);
        return Long.toString(last);
    }

    /** An id of something made at another time, such as an old account. */
    public String at(Instant time) {
        backdated = (backdated + 1) & ((1 << TIME_SHIFT) - 1);
        return Long.toString(((time.toEpochMilli() - DISCORD_EPOCH_MS) << TIME_SHIFT) | backdated);
    }

    public static Instant timeOf(String id) {
        return Instant.ofEpochMilli((Long.parseLong(id) >> TIME_SHIFT) + DISCORD_EPOCH_MS);
    }

    public static boolean isSnowflake(String text) {
        return text.length() >= 15 && text.length() <= 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
