package dev.mitchbot.simulator.control;

import dev.mitchbot.simulator.world.Announcer;
import dev.mitchbot.simulator.world.Change;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells viewers of every change by server-sent events; one who cannot keep up is cut off and may come again. */
public final class ChangeStream {
    private static final int VIEWERS_MAX = 100;
    private static final int QUEUE_BYTES_MAX = 1024 * 1024;
    private static final long KEEP_ALIVE_MS = 15_000;
    private static final long COME_AGAIN_MS = 1_000;

    private final Set<HttpServerResponse> viewers = new LinkedHashSet<>();

    public ChangeStream(Vertx vertx, Announcer announcer) {
        announcer.onChange(this::tell);
        vertx.setPeriodic(KEEP_ALIVE_MS, timer -> write(": still here\n\n"));
    }

    public void mount(Router router) {
        router.get("/sim/v1/stream").handler(this::open);
    }

    private void open(RoutingContext context) {
        var response = context.response();
        if (viewers.size() == VIEWERS_MAX) {
            Problem.tooMany(VIEWERS_MAX + " viewers look at the stream already").tell(response);
            return;
        }
        response.setChunked(true)
                .setWriteQueueMaxSize(QUEUE_BYTES_MAX)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store");
        response.closeHandler(closed -> viewers.remove(response));
        response.write(": welcome\nretry: " + COME_AGAIN_MS + "\n\n");
        viewers.add(response);
    }

    private void tell(Change change) {
        if (!viewers.isEmpty()) {
            write("data: " + change.json().encode() + "\n\n");
        }
    }

    private void write(String event) {
        for (var viewer : List.copyOf(viewers)) {
            if (viewer.writeQueueFull()) {
                viewers.remove(viewer);
                viewer.reset();
            } else {
                viewer.write(event);
            }
        }
    }
}
