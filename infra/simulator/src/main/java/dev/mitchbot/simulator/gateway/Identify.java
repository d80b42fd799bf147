package dev.mitchbot.simulator.gateway;

import dev.mitchbot.simulator.world.Intent;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** What a client says of itself, once it is well formed. */
record Identify(int shard, int shards, int intents, int largeThreshold) {
    private static final int LARGE_THRESHOLD_DEFAULT = 50;

    static Optional<CloseCode> flaw(JsonObject data, String token) {
        if (!token.equals(bare(data.getString("token", "")))) {
            return Optional.of(CloseCode.AUTHENTICATION_FAILED);
        }
        var shard = data.getJsonArray("shard", new JsonArray().add(0).add(1));
        if (shard.size() != 2 || shard.getInteger(0) < 0 || shard.getInteger(0) >= shard.getInteger(1)) {
            return Optional.of(CloseCode.INVALID_SHARD);
        }
        var intents = data.getValue("intents");
        return intents instanceof Number number && (number.longValue() & ~(long) Intent.ALL_KNOWN) == 0
                ? Optional.empty()
                : Optional.of(CloseCode.INVALID_INTENTS);
    }

    static Identify of(JsonObject data) {
        var shard = data.getJsonArray("shard", new JsonArray().add(0).add(1));
        return new Identify(
                shard.getInteger(0),
                shard.getInteger(1),
                data.getInteger("intents"),
                data.getInteger("large_threshold", LARGE_THRESHOLD_DEFAULT));
    }

    static String bare(String token) {
        return token.startsWith("Bot ") ? token.substring(4) : token;
    }
}
