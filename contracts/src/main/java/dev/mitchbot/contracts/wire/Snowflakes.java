package dev.mitchbot.contracts.wire;

import java.time.Instant;

/** What a Discord id tells besides identity: the moment at which Discord made it. */
public final class Snowflakes {
    /** Discord's epoch, 2015-01-01T00:00:00Z, in milliseconds since 1970. */
    public static final long EPOCH_MILLIS = 1_420_070_400_000L;

    private Snowflakes() {}

    /**
     * The moment at which Discord made the id, to the millisecond.
     *
     * @param snowflake any Discord id
     */
    public static Instant createdAt(long snowflake) {
        return Instant.ofEpochMilli((snowflake >>> 22) + EPOCH_MILLIS);
    }
}
