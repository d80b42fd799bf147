package dev.mitchbot.gateway.action;

import dev.mitchbot.contracts.action.Action;
import dev.mitchbot.contracts.action.ActionResult;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.broker.Backlog;
import dev.mitchbot.gateway.broker.BadRecord;
import dev.mitchbot.gateway.broker.GroupReaders;
import dev.mitchbot.gateway.broker.Message;
import dev.mitchbot.gateway.broker.Publisher;
import dev.mitchbot.gateway.broker.RecordHandler;
import dev.mitchbot.gateway.telemetry.GatewayMetrics;
import dev.mitchbot.gateway.telemetry.Tracing;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Does in Discord what services ask for, a guild's actions one after the other, and reports what Discord said. */
@ApplicationScoped
public class Actions implements RecordHandler {
    private static final Logger LOG = Logger.getLogger(Actions.class);
    private static final String GROUP = "gateway-bot-actions";
    private static final Map<String, Class<? extends Action>> TYPES = Arrays.stream(
                    Action.class.getPermittedSubclasses())
            .map(kind -> kind.<Action>asSubclass(Action.class))
            .collect(Collectors.toMap(Action::typeOf, Function.identity()));

    private final ActionExecutor executor;
    private final Publisher publisher;
    private final GatewayMetrics metrics;
    private final Tracing tracing;
    private final Sequences<Long> guilds = new Sequences<>();
    private final ReportedActions reported;

    Actions(
            ActionExecutor executor,
            Publisher publisher,
            GatewayMetrics metrics,
            Tracing tracing,
            ReportedActions reported) {
        this.executor = executor;
        this.publisher = publisher;
        this.metrics = metrics;
        this.tracing = tracing;
        this.reported = reported;
    }

    public void start(GroupReaders readers) {
        readers.read(Topic.ACTIONS, GROUP, this);
    }

    @Override
    public void assigned(Map<Integer, Backlog> backlogs) {
        reported.learn(backlogs);
    }

    @Override
    public CompletionStage<Void> handle(ConsumerRecord<byte[], byte[]> record) throws BadRecord {
        Message<? extends Action> message = Message.read(record, TYPES);
        boolean mayBeDone = reported.mayBeDone(record);
        return guilds.then(message.body().guildId(), () -> once(message, mayBeDone));
    }

    private CompletionStage<Void> once(Message<? extends Action> message, boolean mayBeDone) {
        if (reported.contains(message.id())) {
            return CompletableFuture.completedStage(null);
        }
        Action action = message.body();
        Span span = tracing.continued(action.type(), message.traceparent());
        return executor.execute(message.id(), action, mayBeDone)
                .thenCompose(result -> report(message, result, Tracing.traceparent(span)))
                .whenComplete((done, error) -> span.end());
    }

    private CompletionStage<Void> report(Message<? extends Action> message, ActionResult result, String traceparent) {
        String kind = message.body().getClass().getSimpleName();
        metrics.acted(kind, result.done() ? "done" : "failed");
        LOG.infof(
                "%s %s in guild %d: %s",
                kind,
                message.id(),
                result.guildId(),
                result.done() ? "done" : result.error().orElse("failed"));
        return publisher
                .publishWithPatience(
                        Topic.ACTION_RESULTS.topicName(),
                        Long.toUnsignedString(result.guildId()),
                        Json.write(result),
                        Publisher.event(
                                ReportedActions.resultId(message.id()),
                                ActionResult.TYPE,
                                message.correlationId(),
                                traceparent))
                .thenRun(() -> reported.add(message.id()));
    }
}
