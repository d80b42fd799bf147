package dev.mitchbot.gateway.broker;

import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.GatewaySettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing; those that exist stay as they are. */
final class KafkaTopics {
    private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(30);
    private static final long PATIENCE_SECONDS = 30;

    private final GatewaySettings.Kafka settings;

    KafkaTopics(GatewaySettings.Kafka settings) {
        this.settings = settings;
    }

    void createMissing(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        Set<String> existing = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        List<NewTopic> missing =
                all().stream().filter(topic -> !existing.contains(topic.name())).toList();
        for (var creation : admin.createTopics(missing).values().values()) {
            try {
                creation.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private List<NewTopic> all() {
        List<NewTopic> topics = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            topics.add(named(topic.topicName(), settings.partitions(), topic.retention()));
            topics.add(deadLetters(topic));
        }
        return topics;
    }

    private NewTopic deadLetters(Topic topic) {
        return new NewTopic(topic.deadLetterName(), 1, settings.replication())
                .configs(Map.of(
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime",
                        TopicConfig.RETENTION_MS_CONFIG, String.valueOf(DEAD_LETTER_RETENTION.toMillis()),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(settings.deadLetterBytes())));
    }

    private NewTopic named(String name, int partitions, Optional<Duration> retention) {
        Map<String, String> configuration = new HashMap<>();
        // The broker's clock: it would refuse what a producer's clock dates an hour ahead.
        configuration.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        if (retention.isPresent()) {
            configuration.put(
                    TopicConfig.RETENTION_MS_CONFIG,
                    String.valueOf(retention.get().toMillis()));
        } else {
            configuration.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        }
        return new NewTopic(name, partitions, settings.replication()).configs(configuration);
    }
}
