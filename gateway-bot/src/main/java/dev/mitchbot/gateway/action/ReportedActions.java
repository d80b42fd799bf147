package dev.mitchbot.gateway.action;

import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.broker.Backlog;
import dev.mitchbot.gateway.broker.KafkaClients;
import dev.mitchbot.gateway.broker.RecentIds;
import jakarta.enterprise.context.Dependent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;

/**
 * Which actions need no doing, because their result has been published: by this gateway, or by one that died before it
 * committed what it had done.
 */
@Dependent
class ReportedActions {
    private static final String RESULT = "result:";
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaClients clients;
    private final int concurrency;
    private final Duration patience;
    private final RecentIds<String> ids;
    private final Map<Integer, Backlog> backlogs = new ConcurrentHashMap<>();

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
        Backlog backlog = backlogs.get(action.partition());
        return backlog != null && backlog.contains(action.offset());
    }

    /**
     * Reads the results of what nobody has committed.
     *
     * @param uncommitted by partition; both topics are keyed by guild and divided alike
     * @throws TimeoutException when the broker is too slow
     */
    void learn(Map<Integer, Backlog> uncommitted) {
        backlogs.putAll(uncommitted);
        Map<TopicPartition, Backlog> unknown = uncommitted.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 0)
                .collect(Collectors.toMap(
                        entry -> new TopicPartition(Topic.ACTION_RESULTS.topicName(), entry.getKey()),
                        Map.Entry::getValue));
        if (!unknown.isEmpty()) {
            try (Consumer<byte[], byte[]> results = clients.consumer("reported", Optional.empty())) {
                read(results, unknown);
            }
        }
    }

    private void read(Consumer<byte[], byte[]> results, Map<TopicPartition, Backlog> unknown) {
        Map<TopicPartition, Long> first = results.beginningOffsets(unknown.keySet(), patience);
        Map<TopicPartition, Long> end = results.endOffsets(unknown.keySet(), patience);
        results.assign(unknown.keySet());
        unknown.forEach((partition, backlog) -> {
            // Actions before the backlog may have ended among its own.
            long enough = backlog.size() + concurrency;
            results.seek(partition, Math.max(first.get(partition), end.get(partition) - enough));
        });
        long deadline = System.nanoTime() + patience.toNanos();
        while (unknown.keySet().stream()
                .anyMatch(partition -> results.position(partition, patience) < end.get(partition))) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("The results of %s were not read within %s".formatted(unknown, patience));
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
