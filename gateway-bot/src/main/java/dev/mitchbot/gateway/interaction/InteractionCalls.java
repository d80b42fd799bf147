package dev.mitchbot.gateway.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.discord.DiscordCall;
import dev.mitchbot.gateway.discord.DiscordResponse;
import dev.mitchbot.gateway.discord.DiscordRest;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The calls that answer an interaction; its id and token are all they need, so any instance can make them. */
@ApplicationScoped
class InteractionCalls {
    static final int MESSAGE = 4;
    static final int THINKING = 5;
    static final int UPDATE_LATER = 6;
    static final int UPDATE = 7;
    static final int SUGGESTIONS = 8;
    static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    private final DiscordRest rest;
    private final Duration callbackTimeout;

    InteractionCalls(DiscordRest rest, GatewaySettings settings) {
        this.rest = rest;
        callbackTimeout = settings.discord().callbackTimeout();
    }

    /** @param awaited whether Discord still waits for it, and not only for what another gateway may have left */
    CompletionStage<DiscordResponse> acknowledge(
            Interaction interaction, int type, Optional<ObjectNode> data, boolean awaited) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("type", type);
        data.ifPresent(json -> body.set("data", json));
        String path = "/interactions/" + id(interaction) + "/" + interaction.token() + "/callback";
        return rest.send(call(HttpMethod.POST, path, "callback", interaction, Optional.of(body))
                .within(callbackTimeout)
                .awaited(awaited));
    }

    CompletionStage<DiscordResponse> original(Interaction interaction) {
        return send(HttpMethod.GET, "/messages/@original", "original", interaction, Optional.empty());
    }

    CompletionStage<DiscordResponse> editOriginal(Interaction interaction, ObjectNode message) {
        return send(HttpMethod.PATCH, "/messages/@original", "edit", interaction, Optional.of(message));
    }

    CompletionStage<DiscordResponse> deleteOriginal(Interaction interaction) {
        return send(HttpMethod.DELETE, "/messages/@original", "delete", interaction, Optional.empty());
    }

    CompletionStage<DiscordResponse> followUp(Interaction interaction, ObjectNode message) {
        return send(HttpMethod.POST, "", "follow-up", interaction, Optional.of(message));
    }

    CompletionStage<DiscordResponse> deleteFollowUp(Interaction interaction, String messageId) {
        return send(HttpMethod.DELETE, "/messages/" + messageId, "delete notice", interaction, Optional.empty());
    }

    private CompletionStage<DiscordResponse> send(
            HttpMethod method, String path, String name, Interaction interaction, Optional<JsonNode> body) {
        String webhook = "/webhooks/" + Long.toUnsignedString(interaction.applicationId()) + "/" + interaction.token();
        return rest.send(call(method, webhook + path, name, interaction, body));
    }

    private static DiscordCall call(
            HttpMethod method, String path, String name, Interaction interaction, Optional<? extends JsonNode> body) {
        return DiscordCall.open(
                method,
                path,
                name + " of interaction " + id(interaction),
                body.map(json -> json),
                // by one clock alone: this process's may differ from the one that made the interaction's id
                Instant.now().plus(TOKEN_LIFE));
    }

    private static String id(Interaction interaction) {
        return Long.toUnsignedString(interaction.id());
    }
}
