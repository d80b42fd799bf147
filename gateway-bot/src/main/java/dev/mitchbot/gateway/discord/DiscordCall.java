package dev.mitchbot.gateway.discord;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One request to Discord's REST API.
 *
 * @param path below the API's base, never logged: it may hold a token
 * @param name what the request does, for logs
 * @param asBot whether it needs the bot's token; interaction routes do not
 * @param reason what the guild's audit log is to say
 * @param awaited whether Discord itself waits for it: then it goes out beside all others
 * @param deadline when nobody waits for it any more
 */
public record DiscordCall(
        HttpMethod method,
        String path,
        String name,
        Optional<JsonNode> body,
        boolean asBot,
        Optional<String> reason,
        Optional<Duration> timeout,
        boolean awaited,
        Instant deadline) {

    /** A request on a route that carries its own token. */
    public static DiscordCall open(
            HttpMethod method, String path, String name, Optional<JsonNode> body, Instant deadline) {
        return new DiscordCall(method, path, name, body, false, Optional.empty(), Optional.empty(), false, deadline);
    }

    /** A request in the bot's own name. */
    public static DiscordCall bot(
            HttpMethod method, String path, String name, Optional<JsonNode> body, Instant deadline) {
        return new DiscordCall(method, path, name, body, true, Optional.empty(), Optional.empty(), false, deadline);
    }

    public DiscordCall because(String auditReason) {
        return new DiscordCall(
                method,
                path,
                name,
                body,
                asBot,
                Optional.of(auditReason).filter(text -> !text.isBlank()),
                timeout,
                awaited,
                deadline);
    }

    public DiscordCall within(Duration oneTry) {
        return new DiscordCall(method, path, name, body, asBot, reason, Optional.of(oneTry), awaited, deadline);
    }

    /** The same; Discord itself waits for it or not. */
    public DiscordCall awaited(boolean now) {
        return new DiscordCall(method, path, name, body, asBot, reason, timeout, now, deadline);
    }

    /** Whether somebody may have been told to wait: then it is worth trying until the deadline. */
    boolean isPatient() {
        return !asBot && !awaited;
    }

    @Override
    public String toString() {
        return method + " " + name;
    }
}
