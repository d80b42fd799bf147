package dev.mitchbot.simulator.gateway;

import dev.mitchbot.simulator.world.Intent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** One identified client: what it wants to hear, and what it was told, so that it can resume. */
final class Session {
    private final String id;
    private final int shard;
    private final int shards;
    private final int intents;
    private final int largeThreshold;
    private final int replayed;
    private final Deque<Sent> sent = new ArrayDeque<>();
    private Optional<Connection> connection;
    private long sequence;
    private long droppedBefore = 1;
    private long disconnectedAtMs;

    private record Sent(long sequence, String frame) {}

    Session(String id, int shard, int shards, int intents, int largeThreshold, int replayed, Connection connection) {
        this.id = id;
        this.shard = shard;
        this.shards = shards;
        this.intents = intents;
        this.largeThreshold = largeThreshold;
        this.replayed = replayed;
        this.connection = Optional.of(connection);
    }

    String id() {
        return id;
    }

    int shard() {
        return shard;
    }

    int shards() {
        return shards;
    }

    int largeThreshold() {
        return largeThreshold;
    }

    boolean isConnected() {
        return connection.isPresent();
    }

    Optional<Connection> connection() {
        return connection;
    }

    boolean wants(int intent) {
        return intent == Intent.NONE || (intents & intent) != 0;
    }

    boolean serves(String guildId) {
        return guildId.isEmpty() ? shard == 0 : (Long.parseLong(guildId) >> 22) % shards == shard;
    }

    void dispatch(String type, String data) {
        sequence++;
        var frame = "{\"op\":0,\"t\":\"" + type + "\",\"s\":" + sequence + ",\"d\":" + data + "}";
        sent.addLast(new Sent(sequence, frame));
        if (sent.size() > replayed) {
            droppedBefore = sent.removeFirst().sequence() + 1;
        }
        connection.ifPresent(live -> live.send(frame));
    }

    boolean knows(long seen) {
        return seen <= sequence;
    }

    boolean canReplayAfter(long seen) {
        return seen + 1 >= droppedBefore;
    }

    void resume(Connection other, long seen) {
        connection.ifPresent(old -> old.close(CloseCode.UNKNOWN_ERROR));
        connection = Optional.of(other);
        sent.stream().filter(event -> event.sequence() > seen).forEach(event -> other.send(event.frame()));
        dispatch("RESUMED", "{\"_trace\":[]}");
    }

    /** Forgets the connection if it is still this one. */
    void disconnected(Connection gone, long nowMs) {
        if (connection.filter(live -> live == gone).isPresent()) {
            connection = Optional.empty();
            disconnectedAtMs = nowMs;
        }
    }

    boolean isExpired(long nowMs, long lifeMs) {
        return connection.isEmpty() && nowMs - disconnectedAtMs > lifeMs;
    }
}
