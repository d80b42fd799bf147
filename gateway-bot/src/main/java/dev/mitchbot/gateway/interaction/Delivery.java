package dev.mitchbot.gateway.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.FollowUp;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.contracts.reply.MessageUpdate;
import dev.mitchbot.contracts.reply.Reply;
import dev.mitchbot.contracts.reply.Suggestions;
import dev.mitchbot.gateway.discord.DiscordResponse;
import dev.mitchbot.gateway.discord.MessageJson;
import dev.mitchbot.gateway.telemetry.GatewayMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Brings a service's reply to the member, by as few calls as what already stands at Discord allows. */
@ApplicationScoped
class Delivery {
    private static final int NOT_FOUND = 404;
    /** What stands in the place of "thinking" until the answer stands beside it. */
    private static final MessageBody PLACEHOLDER = MessageBody.text("…");

    private final InteractionCalls calls;
    private final Acknowledgement acknowledgement;
    private final Notices notices;
    private final GatewayMetrics metrics;

    Delivery(InteractionCalls calls, Acknowledgement acknowledgement, Notices notices, GatewayMetrics metrics) {
        this.calls = calls;
        this.acknowledgement = acknowledgement;
        this.notices = notices;
        this.metrics = metrics;
    }

    /** @param mayBeBegun whether another instance may have begun with this reply, and died */
    CompletionStage<Outcome> deliver(Conversation conversation, Reply reply, boolean mayBeBegun) {
        CompletionStage<Outcome> outcome =
                switch (reply) {
                    case Answer answer -> {
                        if (mayBeBegun && notices.opened(conversation.interaction())) {
                            conversation.original(Original.UNKNOWN);
                        }
                        yield answer(conversation, answer);
                    }
                    case MessageUpdate update -> update(conversation, update);
                    case FollowUp followUp ->
                        calls.followUp(
                                        conversation.interaction(),
                                        MessageJson.created(followUp.message(), followUp.ephemeral()))
                                .thenApply(Outcome::of);
                    case Suggestions suggestions -> suggest(conversation, suggestions);
                };
        return reply instanceof FollowUp ? outcome : outcome.thenApply(result -> answered(conversation, result));
    }

    private Outcome answered(Conversation conversation, Outcome outcome) {
        conversation.settle();
        if (outcome == Outcome.DELIVERED) {
            conversation.age().ifPresent(metrics::answered);
        }
        return outcome;
    }

    private CompletionStage<Outcome> answer(Conversation conversation, Answer answer) {
        Original wanted = Original.message(answer.ephemeral());
        ObjectNode message = MessageJson.created(answer.message(), answer.ephemeral());
        return switch (conversation.original()) {
            case NOTHING ->
                acknowledgement
                        .first(conversation, InteractionCalls.MESSAGE, Optional.of(message), wanted)
                        .thenCompose(outcome -> ifTaken(outcome, () -> answer(conversation, answer)));
            case UNKNOWN -> lookUp(conversation, answer);
            case PUBLIC, PRIVATE ->
                conversation.original() == wanted
                        ? edit(conversation, MessageJson.replacing(answer.message()))
                        : replace(conversation, message);
            case CLICKED -> notices.withdraw(conversation).thenCompose(none -> followUp(conversation, message));
            case GONE -> followUp(conversation, message);
        };
    }

    private CompletionStage<Outcome> update(Conversation conversation, MessageUpdate update) {
        ObjectNode message = MessageJson.replacing(update.message());
        if (conversation.original() == Original.NOTHING) {
            return acknowledgement
                    .first(conversation, InteractionCalls.UPDATE, Optional.of(message), Original.CLICKED)
                    .thenCompose(outcome -> ifTaken(outcome, () -> editOrTell(conversation, update)));
        }
        return notices.withdraw(conversation).thenCompose(none -> editOrTell(conversation, update));
    }

    /** Where the message has gone, nobody knows who saw it: the caller alone is told what would stand there. */
    private CompletionStage<Outcome> editOrTell(Conversation conversation, MessageUpdate update) {
        return calls.editOriginal(conversation.interaction(), MessageJson.replacing(update.message()))
                .thenCompose(response -> response.says(DiscordResponse.UNKNOWN_MESSAGE)
                        ? followUp(conversation, MessageJson.created(update.message(), true))
                        : CompletableFuture.completedStage(Outcome.of(response)));
    }

    private CompletionStage<Outcome> suggest(Conversation conversation, Suggestions suggestions) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode choices = data.putArray("choices");
        suggestions
                .choices()
                .forEach(
                        choice -> choices.addObject().put("name", choice.name()).put("value", choice.value()));
        return acknowledgement.first(conversation, InteractionCalls.SUGGESTIONS, Optional.of(data), Original.GONE);
    }

    private static CompletionStage<Outcome> ifTaken(
            Outcome outcome, java.util.function.Supplier<CompletionStage<Outcome>> instead) {
        return outcome == Outcome.TAKEN ? instead.get() : CompletableFuture.completedStage(outcome);
    }

    /**
     * Asks Discord what another instance has put there. Whoever takes an original away has put the answer beside it first:
     * where there is none any more, this reply has been delivered.
     */
    private CompletionStage<Outcome> lookUp(Conversation conversation, Answer answer) {
        return calls.original(conversation.interaction()).thenCompose(response -> {
            if (response.status() == NOT_FOUND) {
                return CompletableFuture.completedStage(Outcome.TAKEN);
            }
            conversation.original(seen(conversation, response));
            return answer(conversation, answer);
        });
    }

    /**
     * The other visibility takes another message, and what stood there goes when that stands, so that whoever finds nothing
     * there knows that the member has the answer. Discord would put a message beside "thinking" in its place: that becomes
     * an ordinary message before.
     */
    private CompletionStage<Outcome> replace(Conversation conversation, ObjectNode message) {
        if (!conversation.isThinking()) {
            return followUp(conversation, message)
                    .thenCompose(outcome -> delete(conversation).thenApply(deleted -> outcome));
        }
        return calls.editOriginal(conversation.interaction(), MessageJson.replacing(PLACEHOLDER))
                .thenCompose(response -> {
                    if (response.says(DiscordResponse.UNKNOWN_MESSAGE)) {
                        conversation.original(Original.GONE);
                        return CompletableFuture.completedStage(Outcome.TAKEN);
                    }
                    if (!response.isDone()) {
                        return CompletableFuture.completedStage(Outcome.of(response));
                    }
                    conversation.thinking(false);
                    return replace(conversation, message);
                });
    }

    private static Original seen(Conversation conversation, DiscordResponse response) {
        if (!response.isDone()) {
            return Original.GONE;
        }
        JsonNode message = response.body();
        boolean madeAfterwards = Long.compareUnsigned(
                        message.path("id").asLong(), conversation.interaction().id())
                > 0;
        if (!madeAfterwards) {
            return Original.CLICKED;
        }
        int flags = message.path("flags").asInt();
        conversation.thinking((flags & MessageJson.LOADING) != 0);
        return Original.message((flags & MessageJson.EPHEMERAL) != 0);
    }

    private CompletionStage<Outcome> edit(Conversation conversation, ObjectNode message) {
        return calls.editOriginal(conversation.interaction(), message).thenApply(Outcome::of);
    }

    private CompletionStage<Outcome> followUp(Conversation conversation, ObjectNode message) {
        return calls.followUp(conversation.interaction(), message).thenApply(Outcome::of);
    }

    private CompletionStage<DiscordResponse> delete(Conversation conversation) {
        conversation.original(Original.GONE);
        return calls.deleteOriginal(conversation.interaction());
    }
}
