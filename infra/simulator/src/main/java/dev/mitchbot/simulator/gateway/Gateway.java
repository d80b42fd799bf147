package dev.mitchbot.simulator.gateway;

import dev.mitchbot.simulator.SimulatorConfig;
import dev.mitchbot.simulator.faults.Fault;
import dev.mitchbot.simulator.faults.Faults;
import dev.mitchbot.simulator.world.Change;
import dev.mitchbot.simulator.world.Dispatch;
import dev.mitchbot.simulator.world.Intent;
import dev.mitchbot.simulator.world.World;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Discord's gateway: takes connections, keeps sessions, and hands each event to every session that should hear it. */
public final class Gateway {
    private static final int HEARTBEAT = 1;
    private static final int IDENTIFY = 2;
    private static final int PRESENCE = 3;
    private static final int VOICE = 4;
    private static final int RESUME = 6;
    private static final int RECONNECT = 7;
    private static final int REQUEST_MEMBERS = 8;
    private static final int INVALID_SESSION = 9;
    private static final int HELLO = 10;
    private static final int HEARTBEAT_ACK = 11;
    private static final int HEARTBEAT_INTERVAL_MS = 41_250;
    private static final long SESSION_LIFE_MS = 180_000;
    private static final long SWEEP_MS = 5_000;

    private final World world;
    private final SimulatorConfig config;
    private final Faults faults;
    private final Greeting greeting;
    private final MemberChunks memberChunks;
    private final IdentifyBuckets identifies;
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final Set<Connection> connections = new LinkedHashSet<>();

    public Gateway(Vertx vertx, World world, SimulatorConfig config, Faults faults) {
        this.world = world;
        this.config = config;
        this.faults = faults;
        this.greeting = new Greeting(world);
        this.memberChunks = new MemberChunks(world);
        var sharding = config.sharding();
        this.identifies = new IdentifyBuckets(sharding.maxConcurrency(), sharding.identifySpacing());
        world.announcer().onDispatch(this::dispatch);
        vertx.setPeriodic(SWEEP_MS, timer -> sweep());
    }

    public IdentifyBuckets identifies() {
        return identifies;
    }

    public long liveSessions() {
        return sessions.values().stream().filter(Session::isConnected).count();
    }

    public void accept(ServerWebSocket socket) {
        var query = socket.query() == null ? "" : socket.query();
        var connection = new Connection(socket, query.contains("compress=zlib-stream"));
        connections.add(connection);
        socket.closeHandler(nothing -> closed(connection, socket.closeStatusCode()));
        if (faults.striking(Fault.Kind.DISCONNECT, "gateway").isPresent()) {
            connection.close(CloseCode.UNKNOWN_ERROR);
            return;
        }
        if (query.contains("v=") && !query.contains("v=10")) {
            connection.close(CloseCode.INVALID_VERSION);
            return;
        }
        socket.textMessageHandler(frame -> receive(connection, frame));
        socket.binaryMessageHandler(frame -> receive(connection, frame.toString()));
        connection.send(
                HELLO,
                new JsonObject()
                        .put("heartbeat_interval", HEARTBEAT_INTERVAL_MS)
                        .put("_trace", List.of()));
    }

    private void receive(Connection connection, String frame) {
        long now = System.currentTimeMillis();
        if (!connection.admits(now)) {
            connection.close(CloseCode.RATE_LIMITED);
            return;
        }
        try {
            var message = new JsonObject(frame);
            receive(connection, message, message.getInteger("op", -1), now);
        } catch (DecodeException | ClassCastException malformed) {
            connection.close(CloseCode.DECODE_ERROR);
        }
    }

    private void receive(Connection connection, JsonObject message, int op, long now) {
        switch (op) {
            case HEARTBEAT -> {
                connection.heartbeat(now);
                connection.send(HEARTBEAT_ACK, null);
            }
            case IDENTIFY -> identify(connection, message.getJsonObject("d"), now);
            case RESUME -> resume(connection, message.getJsonObject("d"));
            case REQUEST_MEMBERS, PRESENCE, VOICE -> {
                if (connection.session().isEmpty()) {
                    connection.close(CloseCode.NOT_AUTHENTICATED);
                } else if (op == REQUEST_MEMBERS) {
                    memberChunks.answer(connection.session().get(), message.getJsonObject("d"));
                }
            }
            default -> connection.close(CloseCode.UNKNOWN_OPCODE);
        }
    }

    private void identify(Connection connection, JsonObject data, long now) {
        if (connection.session().isPresent()) {
            connection.close(CloseCode.ALREADY_AUTHENTICATED);
            return;
        }
        var flaw = Identify.flaw(data, config.token());
        if (flaw.isPresent()) {
            connection.close(flaw.get());
            return;
        }
        var identify = Identify.of(data);
        if (!identifies.admits(identify.shard(), now)) {
            connection.send(INVALID_SESSION, false);
            return;
        }
        var session = new Session(
                UUID.randomUUID().toString().replace("-", ""),
                identify.shard(),
                identify.shards(),
                identify.intents(),
                identify.largeThreshold(),
                config.bounds().replay(),
                connection);
        sessions.put(session.id(), session);
        connection.bind(session);
        greeting.greet(session, connection.url());
        botChanged();
    }

    private void resume(Connection connection, JsonObject data) {
        if (!config.token().equals(Identify.bare(data.getString("token", "")))) {
            connection.close(CloseCode.AUTHENTICATION_FAILED);
            return;
        }
        var session = sessions.get(data.getString("session_id", ""));
        long seen = data.getLong("seq", 0L);
        if (session == null || !session.canReplayAfter(seen)) {
            connection.send(INVALID_SESSION, false);
            return;
        }
        if (!session.knows(seen)) {
            connection.close(CloseCode.INVALID_SEQUENCE);
            return;
        }
        connection.bind(session);
        session.resume(connection, seen);
        botChanged();
    }

    private void closed(Connection connection, Short code) {
        connections.remove(connection);
        connection.release();
        connection.session().ifPresent(session -> {
            session.disconnected(connection, System.currentTimeMillis());
            if (code != null && (code == 1000 || code == 1001) && !session.isConnected()) {
                sessions.remove(session.id());
            }
        });
        botChanged();
    }

    private void dispatch(Dispatch event) {
        if (faults.striking(Fault.Kind.DROP, event.type()).isPresent()) {
            return;
        }
        var encoded = new EncodedEvent(event, world.bot().id());
        for (var session : sessions.values()) {
            if (session.wants(event.intent()) && session.serves(event.guildId())) {
                session.dispatch(event.type(), encoded.with(session.wants(Intent.MESSAGE_CONTENT)));
            }
        }
    }

    /** Cuts every connection; their sessions can be resumed. */
    public void disconnectAll() {
        List.copyOf(connections).forEach(connection -> connection.close(CloseCode.UNKNOWN_ERROR));
    }

    /** Asks every client to reconnect and resume. */
    public void askToReconnect() {
        List.copyOf(connections).forEach(connection -> connection.send(RECONNECT, null));
    }

    /** Declares every session invalid; a resumable one may be taken up again. */
    public void invalidateAll(boolean resumable) {
        List.copyOf(connections).forEach(connection -> connection.send(INVALID_SESSION, resumable));
        if (!resumable) {
            sessions.clear();
        }
    }

    private void sweep() {
        long now = System.currentTimeMillis();
        sessions.values().removeIf(session -> session.isExpired(now, SESSION_LIFE_MS));
        for (var connection : List.copyOf(connections)) {
            if (connection.isSilentSince(now - 2L * HEARTBEAT_INTERVAL_MS)) {
                connection.close(CloseCode.SESSION_TIMED_OUT);
            }
        }
    }

    private void botChanged() {
        world.announcer().changed(Change.of("bot", "", world.bot().id()));
    }
}
