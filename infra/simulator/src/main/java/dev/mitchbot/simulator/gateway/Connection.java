package dev.mitchbot.simulator.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.Deflater;

/** One WebSocket: frames out, compressed when the client asked for it, and the count of frames in. */
final class Connection {
    private static final int FRAMES_PER_WINDOW = 120;
    private static final long WINDOW_MS = 60_000;

    private final ServerWebSocket socket;
    private final Optional<Deflater> deflater;
    private final byte[] chunk = new byte[16 * 1024];
    private Optional<Session> session = Optional.empty();
    private long windowStartMs = System.currentTimeMillis();
    private int framesInWindow;
    private long lastHeartbeatMs = System.currentTimeMillis();

    Connection(ServerWebSocket socket, boolean compressed) {
        this.socket = socket;
        this.deflater = compressed ? Optional.of(new Deflater()) : Optional.empty();
    }

    Optional<Session> session() {
        return session;
    }

    /** Where this gateway can be reached again. */
    String url() {
        return "ws://127.0.0.1:" + socket.localAddress().port() + "/gateway";
    }

    void bind(Session other) {
        session = Optional.of(other);
    }

    void send(int op, Object data) {
        send(new JsonObject()
                .put("op", op)
                .put("d", data)
                .put("s", null)
                .put("t", null)
                .encode());
    }

    void send(String frame) {
        if (socket.isClosed()) {
            return;
        }
        if (deflater.isEmpty()) {
            socket.writeTextMessage(frame);
            return;
        }
        socket.writeBinaryMessage(deflated(deflater.get(), frame.getBytes(StandardCharsets.UTF_8)));
    }

    private Buffer deflated(Deflater stream, byte[] frame) {
        stream.setInput(frame);
        var out = Buffer.buffer(frame.length / 2 + 64);
        int written;
        do {
            written = stream.deflate(chunk, 0, chunk.length, Deflater.SYNC_FLUSH);
            out.appendBytes(chunk, 0, written);
        } while (written == chunk.length);
        return out;
    }

    void close(CloseCode code) {
        if (!socket.isClosed()) {
            socket.close(code.code, code.reason);
        }
    }

    /** Ends the compression, once the socket is closed. */
    void release() {
        deflater.ifPresent(Deflater::end);
    }

    /** Counts a frame of the client; false when it has sent too many. */
    boolean admits(long nowMs) {
        if (nowMs - windowStartMs > WINDOW_MS) {
            windowStartMs = nowMs;
            framesInWindow = 0;
        }
        framesInWindow++;
        return framesInWindow <= FRAMES_PER_WINDOW;
    }

    void heartbeat(long nowMs) {
        lastHeartbeatMs = nowMs;
    }

    boolean isSilentSince(long limitMs) {
        return lastHeartbeatMs < limitMs;
    }
}
