package dev.mitchbot.gateway.broker;

import dev.mitchbot.gateway.GatewaySettings;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Kafka's clients as the gateway needs them: quick to notice, quick to come back, every wait bounded. */
@ApplicationScoped
public class KafkaClients {
    private static final int MAX_RECONNECT_BACK_OFF_MS = 500;
    private static final int HEARTBEATS_PER_SESSION = 3;

    private final Map<String, Object> broker;
    private final GatewaySettings settings;

    KafkaClients(@Identifier("default-kafka-broker") Map<String, Object> broker, GatewaySettings settings) {
        this.broker = broker;
        this.settings = settings;
    }

    Admin admin() {
        Map<String, Object> config = base("watch");
        config.put(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                millis(settings.kafka().requestTimeout()));
        return Admin.create(config);
    }

    Producer<String, byte[]> producer() {
        GatewaySettings.Kafka kafka = settings.kafka();
        Map<String, Object> config = base("producer");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, millis(kafka.linger()));
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, kafka.maxBlock().toMillis());
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(kafka.requestTimeout()));
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(kafka.deliveryTimeout()));
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, kafka.deadLetterBytes());
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /** A consumer that reads what it is assigned, and keeps under the group's name how far it has come. */
    public Consumer<byte[], byte[]> noting(String purpose, String group) {
        Map<String, Object> config = reading(purpose);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A consumer that shares its topic with the group, or, without one, reads what it is assigned. */
    public Consumer<byte[], byte[]> consumer(String purpose, Optional<String> group) {
        Map<String, Object> config = reading(purpose);
        group.ifPresent(name -> {
            int session = millis(settings.kafka().sessionTimeout());
            config.put(ConsumerConfig.GROUP_ID_CONFIG, name);
            // Its reader says where it begins. This is for a log that loses its end later: nothing in it is done again.
            config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
            config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session);
            config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, session / HEARTBEATS_PER_SESSION);
            config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        });
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> reading(String purpose) {
        Map<String, Object> config = base(purpose);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return config;
    }

    private Map<String, Object> base(String purpose) {
        Map<String, Object> config = new HashMap<>(broker);
        config.put(CommonClientConfigs.CLIENT_ID_CONFIG, settings.instance() + "-" + purpose);
        config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, MAX_RECONNECT_BACK_OFF_MS);
        return config;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
