package dev.mitchbot.messaging.rest;

import dev.mitchbot.messaging.Message;
import dev.mitchbot.messaging.Pipeline;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** REST writes on their way through the same pipeline as commands. */
public final class Writes {
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private Writes() {}

    /**
     * Handles a write once, however often its request comes.
     *
     * @param change the request, whose fields have been found valid
     * @param body the write, with whoever made it; its handler responds with a {@link Written}
     * @param patience how long to keep trying while the database or the broker is away; the write may take effect after
     *     that, and a repetition with the same key tells
     */
    public static Uni<Response> submit(
            Pipeline<?, ?> pipeline, Change change, String type, long guildId, Object body, Duration patience) {
        String id = id(type, guildId, change.key());
        Message message = Message.local(id, type, guildId, body, id);
        return Reads.within(patience, pipeline.submit(message, patience.plus(MARGIN)))
                .map(kept -> Written.response(kept.orElseThrow()));
    }

    /** A key means one request to one service for one guild; who hears the events of several must not take two for one. */
    public static String id(String type, long guildId, String key) {
        return "rest/" + type + "/" + Long.toUnsignedString(guildId) + "/" + key;
    }
}
