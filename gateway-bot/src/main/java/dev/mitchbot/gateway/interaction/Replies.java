package dev.mitchbot.gateway.interaction;

import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.FollowUp;
import dev.mitchbot.contracts.reply.MessageUpdate;
import dev.mitchbot.contracts.reply.Reply;
import dev.mitchbot.contracts.reply.Suggestions;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.broker.Backlog;
import dev.mitchbot.gateway.broker.BadRecord;
import dev.mitchbot.gateway.broker.DeadLetters;
import dev.mitchbot.gateway.broker.GroupReaders;
import dev.mitchbot.gateway.broker.Inherited;
import dev.mitchbot.gateway.broker.Message;
import dev.mitchbot.gateway.broker.PastRecords;
import dev.mitchbot.gateway.broker.RecentIds;
import dev.mitchbot.gateway.broker.RecordHandler;
import dev.mitchbot.gateway.telemetry.GatewayMetrics;
import dev.mitchbot.gateway.telemetry.InteractionLog;
import dev.mitchbot.gateway.telemetry.Tracing;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Takes the services' replies from Kafka and delivers each once, as far as this instance remembers. */
@ApplicationScoped
public class Replies implements RecordHandler {
    private static final Logger LOG = Logger.getLogger(Replies.class);
    private static final String GROUP = "gateway-bot";

    /** How many of a partition's replies that somebody has delivered are known when a service says them again. */
    private static final int SAID_AGAIN = 500;

    private static final Map<String, Class<? extends Reply>> TYPES = Map.of(
            Reply.ANSWER, Answer.class,
            Reply.MESSAGE_UPDATE, MessageUpdate.class,
            Reply.FOLLOW_UP, FollowUp.class,
            Reply.SUGGESTIONS, Suggestions.class);

    private final Conversations conversations;
    private final Delivery delivery;
    private final Notices notices;
    private final DeadLetters deadLetters;
    private final GatewayMetrics metrics;
    private final Tracing tracing;
    private final PastRecords past;
    private final RecentIds<String> delivered;
    private final Inherited inherited = new Inherited();

    Replies(
            Conversations conversations,
            Delivery delivery,
            Notices notices,
            DeadLetters deadLetters,
            GatewayMetrics metrics,
            Tracing tracing,
            PastRecords past,
            GatewaySettings settings) {
        this.conversations = conversations;
        this.delivery = delivery;
        this.notices = notices;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.tracing = tracing;
        this.past = past;
        delivered = new RecentIds<>(settings.rememberedIds());
    }

    public void start(GroupReaders readers) {
        readers.read(Topic.REPLIES, GROUP, this);
    }

    /**
     * A gateway that stood still publishes what it had received once more, and the service says its answer again. Who takes
     * a partition over has to know that it was delivered: by the ids of what stands before the backlog.
     */
    @Override
    public void assigned(Map<Integer, Backlog> backlogs) {
        Map<Integer, Long> committed = backlogs.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().from()));
        past.before(
                Topic.REPLIES,
                committed,
                SAID_AGAIN,
                reply -> Message.idOf(reply).ifPresent(delivered::add));
        inherited.add(backlogs);
    }

    @Override
    public CompletionStage<Void> handle(ConsumerRecord<byte[], byte[]> record) throws BadRecord {
        Message<? extends Reply> message = Message.read(record, TYPES);
        Reply reply = message.body();
        Span span = tracing.continued("answer", message.traceparent());
        boolean mayBeBegun = inherited.contains(record);
        return conversations
                .then(reply.interaction(), conversation -> once(conversation, message.id(), reply, mayBeBegun))
                .whenComplete((outcome, error) -> span.end())
                .thenCompose(outcome -> outcome == Outcome.REFUSED
                        ? deadLetters.bury(record, "Discord refused the message")
                        : CompletableFuture.completedFuture(null));
    }

    private CompletionStage<Outcome> once(Conversation conversation, String id, Reply reply, boolean mayBeBegun) {
        if (delivered.contains(id)) {
            conversation.settle();
            return CompletableFuture.completedStage(Outcome.TAKEN);
        }
        return delivery.deliver(conversation, reply, mayBeBegun).thenCompose(outcome -> {
            delivered.add(id);
            metrics.delivered(reply.getClass().getSimpleName(), outcome.label());
            note(conversation, outcome);
            return outcome == Outcome.REFUSED
                    ? notices.say(conversation, Notice.UNSHOWABLE).thenApply(told -> outcome)
                    : CompletableFuture.completedStage(outcome);
        });
    }

    private static void note(Conversation conversation, Outcome outcome) {
        long id = conversation.interaction().id();
        if (outcome == Outcome.DELIVERED) {
            InteractionLog.info(LOG, id, "Answered");
        } else {
            InteractionLog.warn(LOG, id, "Reply not delivered: " + outcome.label());
        }
    }
}
