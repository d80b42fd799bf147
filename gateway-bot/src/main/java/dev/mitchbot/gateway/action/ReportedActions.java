package dev.mitchbot.gateway.action;

import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.broker.Backlog;
import dev.mitchbot.gateway.broker.Inherited;
import dev.mitchbot.gateway.broker.Message;
import dev.mitchbot.gateway.broker.PastRecords;
import dev.mitchbot.gateway.broker.RecentIds;
import jakarta.enterprise.context.Dependent;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Which actions need no doing, because their result has been published: by this gateway, or by another one before the
 * action's partition came here.
 */
@Dependent
class ReportedActions {
    private static final String RESULT = "result:";

    /** How many of a partition's latest actions are known again when a service says them again. */
    private static final int SAID_AGAIN = 200;

    private final PastRecords past;
    private final int concurrency;
    private final RecentIds<String> ids;
    private final Inherited inherited = new Inherited();

    ReportedActions(PastRecords past, GatewaySettings settings) {
        this.past = past;
        concurrency = settings.kafka().maxInFlight();
        ids = new RecentIds<>(settings.rememberedIds());
    }

    /** The id of the message that carries an action's result. */
    static String resultId(String actionId) {
        return RESULT + actionId;
    }

    void add(String actionId) {
        ids.add(resultId(actionId));
    }

    boolean contains(String actionId) {
        return ids.contains(resultId(actionId));
    }

    /** Whether another gateway may have done the action without living to report it. */
    boolean mayBeDone(ConsumerRecord<?, ?> action) {
        return inherited.contains(action);
    }

    /**
     * Reads the latest results of partitions that come to this gateway: of what nobody has committed, and of what somebody
     * has, as a service that gets a command twice says its actions twice.
     *
     * @param uncommitted by partition; both topics are keyed by guild and divided alike
     * @throws TimeoutException when the broker is too slow
     */
    void learn(Map<Integer, Backlog> uncommitted) {
        inherited.add(uncommitted);
        Map<Integer, Long> enough = uncommitted.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> enough(entry.getValue())));
        past.latest(Topic.ACTION_RESULTS, enough, result -> Message.idOf(result).ifPresent(ids::add));
    }

    /** Actions before the backlog may have ended among its own; where there is none, they may be said again. */
    private long enough(Backlog backlog) {
        return backlog.size() == 0 ? SAID_AGAIN : backlog.size() + concurrency;
    }
}
