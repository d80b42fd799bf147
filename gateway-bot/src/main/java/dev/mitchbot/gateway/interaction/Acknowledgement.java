package dev.mitchbot.gateway.interaction;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mitchbot.gateway.discord.DiscordResponse;
import dev.mitchbot.gateway.discord.MessageJson;
import dev.mitchbot.gateway.telemetry.GatewayMetrics;
import dev.mitchbot.gateway.telemetry.InteractionLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/** The first word to an interaction: whoever says it within three seconds keeps the interaction alive. */
@ApplicationScoped
class Acknowledgement {
    private static final Logger LOG = Logger.getLogger(Acknowledgement.class);

    private final InteractionCalls calls;
    private final GatewayMetrics metrics;

    Acknowledgement(InteractionCalls calls, GatewayMetrics metrics) {
        this.calls = calls;
        this.metrics = metrics;
    }

    /** Uses the callback; the conversation knows afterwards what stands at Discord. */
    CompletionStage<Outcome> first(Conversation conversation, int type, Optional<ObjectNode> data, Original then) {
        boolean awaited = conversation.age().isPresent();
        return calls.acknowledge(conversation.interaction(), type, data, awaited)
                .thenApply(response -> {
                    Outcome outcome = Outcome.of(response);
                    switch (outcome) {
                        case DELIVERED -> {
                            conversation.original(then);
                            conversation.age().ifPresent(metrics::acknowledged);
                        }
                        case TAKEN -> {
                            conversation.original(Original.UNKNOWN);
                            conversation.settle();
                        }
                        case EXPIRED -> expired(conversation);
                        case REFUSED, LOST -> warn(conversation, response);
                    }
                    return outcome;
                });
    }

    /** Buys time. An autocomplete cannot be deferred: Discord forgets it by itself. */
    CompletionStage<Void> defer(Conversation conversation) {
        if (conversation.kind() == Kind.AUTOCOMPLETE) {
            conversation.settle();
            return CompletableFuture.completedStage(null);
        }
        if (conversation.original() != Original.NOTHING || conversation.isSettled()) {
            return CompletableFuture.completedStage(null);
        }
        return (conversation.kind() == Kind.CLICK ? deferClick(conversation) : deferCommand(conversation))
                .thenAccept(outcome -> {
                    if (outcome == Outcome.DELIVERED) {
                        metrics.deferred();
                        InteractionLog.info(LOG, conversation.interaction().id(), "Deferred");
                    }
                });
    }

    CompletionStage<Outcome> deferClick(Conversation conversation) {
        return first(conversation, InteractionCalls.UPDATE_LATER, Optional.empty(), Original.CLICKED);
    }

    private CompletionStage<Outcome> deferCommand(Conversation conversation) {
        Optional<ObjectNode> data = conversation.isWhispered()
                ? Optional.of(JsonNodeFactory.instance.objectNode().put("flags", MessageJson.EPHEMERAL))
                : Optional.empty();
        return first(conversation, InteractionCalls.THINKING, data, Original.message(conversation.isWhispered()))
                .thenApply(outcome -> {
                    conversation.thinking(outcome == Outcome.DELIVERED);
                    return outcome;
                });
    }

    private void expired(Conversation conversation) {
        conversation.settle();
        metrics.expired();
        InteractionLog.warn(LOG, conversation.interaction().id(), "Too late: Discord no longer knows the interaction");
    }

    private static void warn(Conversation conversation, DiscordResponse response) {
        InteractionLog.warn(
                LOG,
                conversation.interaction().id(),
                "Not acknowledged: " + response.status() + " " + response.complaint());
    }
}
