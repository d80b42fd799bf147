package dev.mitchbot.gateway.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * What Discord said.
 *
 * @param status the HTTP status, 0 when there was no answer
 * @param bytes the body as it came
 * @param pause how long Discord wants to be left alone
 * @param afterSilence whether an earlier try of the same call may have had its effect without our hearing of it
 */
public record DiscordResponse(int status, byte[] bytes, Duration pause, boolean afterSilence) {
    public static final int UNKNOWN_MESSAGE = 10008;
    public static final int UNKNOWN_BAN = 10026;
    public static final int UNKNOWN_INTERACTION = 10062;
    public static final int ALREADY_ACKNOWLEDGED = 40060;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DiscordResponse DONE = new DiscordResponse(204, new byte[0], Duration.ZERO, false);
    private static final DiscordResponse NONE = new DiscordResponse(0, new byte[0], Duration.ZERO, false);

    static DiscordResponse none() {
        return NONE;
    }

    DiscordResponse afterOneLike(DiscordResponse earlier) {
        return new DiscordResponse(status, bytes, pause, afterSilence || earlier.afterSilence || earlier.isSilence());
    }

    /** Whether nobody knows if Discord did what it was asked for. */
    private boolean isSilence() {
        return status == 0 || status >= 500;
    }

    public boolean isDone() {
        return status >= 200 && status < 300;
    }

    /** Whether the same request may fare better a little later. */
    public boolean isPassing() {
        return status == 0 || status == 429 || status >= 500 || isFromSomethingInBetween();
    }

    /** Discord's own refusals always have its JSON; a proxy's have not, and say nothing about the request. */
    private boolean isFromSomethingInBetween() {
        return status >= 400 && !body().has("message");
    }

    /** The same, but done where the error only says that there was nothing to do. */
    public DiscordResponse doneWhen(int harmlessCode) {
        return says(harmlessCode) ? DONE : this;
    }

    /** Discord's own code of an error, for example 50013; empty when it gave none. */
    public Optional<Integer> code() {
        return isDone()
                ? Optional.empty()
                : Optional.of(body().path("code").asInt()).filter(code -> code != 0);
    }

    public boolean says(int code) {
        return code().filter(said -> said == code).isPresent();
    }

    /** What went wrong, for people. */
    public String complaint() {
        if (status == 0) {
            return "Discord did not answer";
        }
        return body().path("message").asText("HTTP " + status);
    }

    /** The body as JSON; a missing node when it is none. */
    public JsonNode body() {
        try {
            JsonNode tree = bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
