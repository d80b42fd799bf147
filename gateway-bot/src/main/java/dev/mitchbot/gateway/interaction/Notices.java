package dev.mitchbot.gateway.interaction;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.broker.RecentIds;
import dev.mitchbot.gateway.discord.MessageJson;
import dev.mitchbot.gateway.telemetry.GatewayMetrics;
import dev.mitchbot.gateway.telemetry.InteractionLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/** What the gateway itself says, always to the caller alone and never over another instance's words. */
@ApplicationScoped
class Notices {
    private static final Logger LOG = Logger.getLogger(Notices.class);

    private final InteractionCalls calls;
    private final Acknowledgement acknowledgement;
    private final GatewayMetrics metrics;
    private final RecentIds<Long> opened;

    Notices(InteractionCalls calls, Acknowledgement acknowledgement, GatewayMetrics metrics, GatewaySettings settings) {
        this.calls = calls;
        this.acknowledgement = acknowledgement;
        this.metrics = metrics;
        opened = new RecentIds<>(settings.rememberedIds());
    }

    /** As the only answer that there will be. */
    CompletionStage<Void> refuse(Conversation conversation, Notice notice) {
        metrics.refused(notice.label());
        conversation.settle();
        return say(conversation, notice);
    }

    /** Until the result takes its place. Suggestions are not worth a word: the next keystroke asks again. */
    CompletionStage<Void> unconfirmed(Conversation conversation) {
        if (conversation.kind() == Kind.AUTOCOMPLETE) {
            conversation.settle();
        }
        return conversation.isSettled()
                ? CompletableFuture.completedStage(null)
                : say(conversation, Notice.NOT_CONFIRMED);
    }

    /** Takes away the word that nothing is confirmed: the broker has the message after all, or the result has come. */
    CompletionStage<Void> withdraw(Conversation conversation) {
        Optional<String> notice = conversation.noticeId();
        conversation.noticeId(Optional.empty());
        return notice.map(id ->
                        calls.deleteFollowUp(conversation.interaction(), id).<Void>thenApply(response -> null))
                .orElseGet(() -> CompletableFuture.completedStage(null));
    }

    CompletionStage<Void> say(Conversation conversation, Notice notice) {
        InteractionLog.info(LOG, conversation.interaction().id(), "Told: " + notice.label());
        ObjectNode message = MessageJson.created(MessageBody.text(notice.text()), true);
        return switch (conversation.original()) {
            case NOTHING -> open(conversation, message);
            case PUBLIC, PRIVATE -> {
                conversation.thinking(false);
                yield calls.editOriginal(
                                conversation.interaction(), MessageJson.replacing(MessageBody.text(notice.text())))
                        .thenAccept(response -> {});
            }
            case CLICKED, GONE -> aside(conversation, message);
            case UNKNOWN -> CompletableFuture.completedStage(null);
        };
    }

    /**
     * Whether this instance's notice was the first word to this interaction, as far as it remembers: such a notice goes only
     * when an answer stands.
     */
    boolean opened(Interaction interaction) {
        return opened.contains(interaction.id());
    }

    private CompletionStage<Void> open(Conversation conversation, ObjectNode message) {
        if (conversation.kind() == Kind.AUTOCOMPLETE) {
            ObjectNode none = JsonNodeFactory.instance.objectNode();
            none.putArray("choices");
            return acknowledgement
                    .first(conversation, InteractionCalls.SUGGESTIONS, Optional.of(none), Original.GONE)
                    .thenAccept(outcome -> {});
        }
        if (conversation.kind() == Kind.CLICK && !conversation.isSettled()) {
            return besideTheClickedMessage(conversation, message);
        }
        return acknowledgement
                .first(conversation, InteractionCalls.MESSAGE, Optional.of(message), Original.PRIVATE)
                .thenAccept(outcome -> {
                    if (outcome == Outcome.DELIVERED) {
                        opened.add(conversation.interaction().id());
                    }
                });
    }

    /** The clicked message stays what the callback stands for, so that the result can still change it. */
    private CompletionStage<Void> besideTheClickedMessage(Conversation conversation, ObjectNode message) {
        return acknowledgement
                .deferClick(conversation)
                .thenCompose(outcome -> outcome == Outcome.DELIVERED
                        ? aside(conversation, message)
                        : CompletableFuture.completedStage(null));
    }

    /** The new word first: it is not to wait until the old one is gone. */
    private CompletionStage<Void> aside(Conversation conversation, ObjectNode message) {
        return calls.followUp(conversation.interaction(), message).thenCompose(response -> {
            CompletionStage<Void> gone = withdraw(conversation);
            if (response.isDone()) {
                conversation.noticeId(Optional.of(response.body().path("id").asText()));
            }
            return gone;
        });
    }
}
