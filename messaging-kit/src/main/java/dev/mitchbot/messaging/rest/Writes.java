package dev.mitchbot.messaging.rest;

import dev.mitchbot.messaging.Message;
import dev.mitchbot.messaging.Pipeline;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** REST writes on their way through the same pipeline as commands. */
public final class Writes {
    private static final String KEY = "[\\x21-\\x7e]{1,100}";

    private static final Duration MARGIN = Duration.ofSeconds(1);

    private Writes() {}

    /**
     * Handles a write once, however often its request comes.
     *
     * @param key the request's {@code Idempotency-Key}: 1 to 100 visible ASCII characters
     * @param body the write, with whoever made it; its handler responds with a {@link Written}
     * @param patience how long to keep trying while the database or the broker is away; the write may take effect after
     *     that, and a repetition with the same key tells
     */
    public static Uni<Response> submit(
            Pipeline<?, ?> pipeline, String key, String type, long guildId, Object body, Duration patience) {
        if (key == null || !key.matches(KEY)) {
            throw new ProblemException(Problem.invalid(
                    "Idempotency-Key", "must be 1 to 100 visible ASCII characters, new for each change"));
        }
        Message message = Message.local("rest/" + key, type, guildId, body, "rest/" + key);
        return Reads.within(patience, pipeline.submit(message, patience.plus(MARGIN)))
                .map(kept -> Written.response(kept.orElseThrow()));
    }
}
