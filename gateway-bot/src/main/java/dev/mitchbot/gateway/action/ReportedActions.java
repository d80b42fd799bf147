package dev.mitchbot.gateway.action;

import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.broker.Backlog;
import dev.mitchbot.gateway.broker.Inherited;
import dev.mitchbot.gateway.broker.KafkaClients;
import dev.mitchbot.gateway.broker.RecentIds;
import jakarta.enterprise.context.Dependent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;

/**
 * Which actions need no doing, because their result has been published: by this gateway, or by another one before the
 * action's partition came here.
 */
@Dependent
class ReportedActions {
    private static final String RESULT = "result:";
    private static final Duration POLL = Duration.ofMillis(100);

    /** How many of a partition's latest actions are known again when a service says them again. */
    private static final int SAID_AGAIN = 200;

    private final KafkaClients clients;
    private final int concurrency;
    private final Duration patience;
    private final RecentIds<String> ids;
    private final Inherited inherited = new Inherited();

    ReportedActions(KafkaClients clients, GatewaySettings settings) {
        this.clients = clients;
        concurrency = settings.kafka().maxInFlight();
        patience = settings.drainTimeout();
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
        Map<TopicPartition, Backlog> taken = uncommitted.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> new TopicPartition(Topic.ACTION_RESULTS.topicName(), entry.getKey()),
                        Map.Entry::getValue));
        if (!taken.isEmpty()) {
            try (Consumer<byte[], byte[]> results = clients.consumer("reported", Optional.empty())) {
                read(results, taken);
            }
        }
    }

    private void read(Consumer<byte[], byte[]> results, Map<TopicPartition, Backlog> taken) {
        Map<TopicPartition, Long> first = results.beginningOffsets(taken.keySet(), patience);
        Map<TopicPartition, Long> end = results.endOffsets(taken.keySet(), patience);
        results.assign(taken.keySet());
        taken.forEach((partition, backlog) -> {
            // Actions before the backlog may have ended among its own; where there is none, they may be said again.
            long enough = backlog.size() == 0 ? SAID_AGAIN : backlog.size() + concurrency;
            results.seek(partition, Math.max(first.get(partition), end.get(partition) - enough));
        });
        long deadline = System.nanoTime() + patience.toNanos();
        while (taken.keySet().stream()
                .anyMatch(partition -> results.position(partition, patience) < end.get(partition))) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("The results of %s were not read within %s".formatted(taken, patience));
            }
            results.poll(POLL).forEach(this::remember);
        }
    }

    private void remember(ConsumerRecord<byte[], byte[]> result) {
        Header id = result.headers().lastHeader(CloudEvent.ID);
        if (id != null) {
            ids.add(new String(id.value(), StandardCharsets.UTF_8));
        }
    }
}
