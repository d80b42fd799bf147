package dev.mitchbot.messaging;

import dev.mitchbot.contracts.wire.Topic;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/** Makes the topics that are missing, so that no broker has to be prepared by hand. */
@Singleton
final class Topics {
    private static final Logger LOG = Logger.getLogger(Topics.class);
    private static final int DEAD_LETTER_PARTITIONS = 1;
    private static final int DEAD_LETTER_BYTES_MAX = 6 * 1024 * 1024;
    private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(30);

    private final MessagingConfig config;
    private final BrokerSettings broker;

    Topics(MessagingConfig config, BrokerSettings broker) {
        this.config = config;
        this.broker = broker;
    }

    /** Before the channels start; without a broker the service starts all the same and goes on trying. */
    void make(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        Thread.ofVirtual().name("topics").start(this::makeUntilDone);
    }

    private void makeUntilDone() {
        for (BackOff backOff = BackOff.of(config); ; backOff = backOff.next()) {
            try (Admin admin = Admin.create(broker.with(Map.of(
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000,
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000)))) {
                make(admin);
                return;
            } catch (ExecutionException e) {
                LOG.warnf("Topics not made yet: %s", e.getCause().getMessage());
            } catch (InterruptedException e) {
                return;
            }
            try {
                Thread.sleep(backOff.pause());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void make(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> present = admin.listTopics().names().get();
        List<NewTopic> missing = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            if (!present.contains(topic.topicName())) {
                missing.add(new NewTopic(topic.topicName(), config.partitions(), config.replication())
                        .configs(settings(topic)));
            }
            if (!present.contains(topic.deadLetterName())) {
                missing.add(new NewTopic(topic.deadLetterName(), DEAD_LETTER_PARTITIONS, config.replication())
                        .configs(Map.of(
                                "message.timestamp.type", "LogAppendTime",
                                "retention.ms", Long.toString(DEAD_LETTER_RETENTION.toMillis()),
                                "max.message.bytes", Integer.toString(DEAD_LETTER_BYTES_MAX))));
            }
        }
        for (var made : admin.createTopics(missing).values().values()) {
            try {
                made.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private static Map<String, String> settings(Topic topic) {
        Map<String, String> settings = new HashMap<>();
        // The broker's clock: it would refuse what a producer's clock dates an hour ahead, and one clock has to say
        // which of two descriptions is the later one.
        settings.put("message.timestamp.type", "LogAppendTime");
        topic.retention()
                .ifPresentOrElse(
                        age -> settings.put("retention.ms", Long.toString(age.toMillis())),
                        () -> settings.put("cleanup.policy", "compact"));
        return settings;
    }
}
