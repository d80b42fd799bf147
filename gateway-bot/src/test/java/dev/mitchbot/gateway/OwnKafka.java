package dev.mitchbot.gateway;

import dev.mitchbot.contracts.action.Action;
import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.infra.servers.KafkaProcess;
import dev.mitchbot.infra.servers.LocalKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * A Kafka of the test's own, to be killed and frozen, and a Discord that does as told. It comes from a power cut: its logs
 * end before what the gateway has committed. What they still hold, a reply and an action, has been read.
 */
public final class OwnKafka implements QuarkusTestResourceLifecycleManager {
    /** Of the reply that has been read. */
    public static final String TOKEN = "token-before-the-power-cut";

    /** Of the action that has been read. */
    public static final long GUILD = 7_001;

    private static final int PARTITIONS = 4;
    private static final long COMMITTED = 20;
    private static final Map<Topic, String> GROUPS =
            Map.of(Topic.REPLIES, "gateway-bot", Topic.ACTIONS, "gateway-bot-actions");

    private static KafkaProcess kafka;

    public static KafkaProcess kafka() {
        return kafka;
    }

    public static TestBroker services() {
        return new TestBroker(kafka.bootstrapServers());
    }

    /** Whether the gateway has begun to read the topic, each partition where its log ends. */
    public static boolean isTakenUp(Topic topic) throws ExecutionException, InterruptedException {
        try (Admin admin = kafka.address().admin()) {
            return admin
                    .listConsumerGroupOffsets(GROUPS.get(topic))
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .allMatch(reached -> reached.offset() < COMMITTED);
        }
    }

    @Override
    public Map<String, String> start() {
        kafka = KafkaProcess.start(LocalKafka.Options.temporary());
        kafka.createTopics(PARTITIONS, Topic.REPLIES.topicName(), Topic.ACTIONS.topicName());
        TestBroker services = services();
        services.reply(new Answer(new Interaction(1, 500, TOKEN, GUILD, 800), false, MessageBody.text("Paid.")));
        Action ban = new Action.BanMember(GUILD, 5, "Spam", Duration.ZERO);
        services.say(Topic.ACTIONS, Long.toString(GUILD), "ban-before", ban.type(), Json.write(ban));
        GROUPS.forEach(OwnKafka::commit);
        return Map.of(
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "gateway.discord.api-url", RecordedDiscord.instance().apiUrl(),
                "gateway.kafka.partitions", Integer.toString(PARTITIONS));
    }

    @Override
    public void stop() {
        kafka.resume();
        kafka.close();
    }

    private static void commit(Topic topic, String group) {
        Map<TopicPartition, OffsetAndMetadata> offsets = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                .collect(Collectors.toMap(partition -> partition, partition -> new OffsetAndMetadata(COMMITTED)));
        try (Admin admin = kafka.address().admin()) {
            admin.alterConsumerGroupOffsets(group, offsets).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
