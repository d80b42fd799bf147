package dev.mitchbot.gateway.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mitchbot.contracts.action.Action.PurgeMessages;
import dev.mitchbot.contracts.wire.Snowflakes;
import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.discord.DiscordCall;
import dev.mitchbot.gateway.discord.DiscordResponse;
import dev.mitchbot.gateway.discord.DiscordRest;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Deletes messages of a channel, by id or by looking for them. */
@ApplicationScoped
class MessageSweep {
    private static final int PAGE = 100;
    private static final Duration DELETABLE = Duration.ofDays(14).minusMinutes(5);

    private final DiscordRest rest;
    private final int maxPages;

    MessageSweep(DiscordRest rest, GatewaySettings settings) {
        this.rest = rest;
        maxPages = settings.actions().purgePages();
    }

    CompletionStage<DiscordResponse> delete(long channelId, List<String> ids, String reason, Instant deadline) {
        if (ids.size() == 1) {
            return send(
                            HttpMethod.DELETE,
                            messages(channelId) + "/" + ids.getFirst(),
                            reason,
                            Optional.empty(),
                            deadline)
                    .thenApply(response -> response.doneWhen(DiscordResponse.UNKNOWN_MESSAGE));
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode list = body.putArray("messages");
        ids.forEach(list::add);
        return send(HttpMethod.POST, messages(channelId) + "/bulk-delete", reason, Optional.of(body), deadline);
    }

    CompletionStage<DiscordResponse> purge(PurgeMessages purge, Instant deadline) {
        return search(purge, new ArrayList<>(), Optional.empty(), 1, deadline);
    }

    private CompletionStage<DiscordResponse> search(
            PurgeMessages purge, List<String> found, Optional<String> before, int page, Instant deadline) {
        String path = messages(purge.channelId()) + "?limit=" + PAGE
                + before.map(id -> "&before=" + id).orElse("");
        return rest.send(DiscordCall.bot(HttpMethod.GET, path, "history", Optional.empty(), deadline))
                .thenCompose(response -> {
                    if (!response.isDone()) {
                        return CompletableFuture.completedStage(response);
                    }
                    JsonNode messages = response.body();
                    boolean reachedOld = collect(purge, messages, found);
                    if (found.size() >= purge.amount() || reachedOld || messages.size() < PAGE || page >= maxPages) {
                        return found.isEmpty()
                                ? CompletableFuture.completedStage(response)
                                : delete(purge.channelId(), found, purge.reason(), deadline);
                    }
                    String last = messages.get(messages.size() - 1).path("id").asText();
                    return search(purge, found, Optional.of(last), page + 1, deadline);
                });
    }

    /** Adds what is to go; says whether the page reaches back to messages that can no longer be deleted. */
    private static boolean collect(PurgeMessages purge, JsonNode messages, List<String> found) {
        Instant oldest = Instant.now().minus(DELETABLE);
        for (JsonNode message : messages) {
            if (Snowflakes.createdAt(message.path("id").asLong()).isBefore(oldest)) {
                return true;
            }
            String author = message.path("author").path("id").asText();
            if (found.size() < purge.amount()
                    && purge.authorId().filter(id -> !id.equals(author)).isEmpty()) {
                found.add(message.path("id").asText());
            }
        }
        return false;
    }

    private CompletionStage<DiscordResponse> send(
            HttpMethod method, String path, String reason, Optional<JsonNode> body, Instant deadline) {
        return rest.send(DiscordCall.bot(method, path, path, body, deadline).because(reason));
    }

    private static String messages(long channelId) {
        return "/channels/" + Long.toUnsignedString(channelId) + "/messages";
    }
}
