package dev.mitchbot.economy.stakes;

/** A stake's time is up, and nobody settled its game. */
public record HoldExpiry(long guildId, String gameId) {
    public static final String TYPE = "economy.hold-expiry.v1";
}
