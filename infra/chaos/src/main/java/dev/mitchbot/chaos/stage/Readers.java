package dev.mitchbot.chaos.stage;

import dev.mitchbot.contracts.wire.Topic;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;

/** In which groups the topics are read. */
public final class Readers {
    private static final Map<Topic, String> GROUPS = Map.of(
            Topic.ECONOMY_COMMANDS, "economy",
            Topic.WALLET_REQUESTS, "economy",
            Topic.GAMES_COMMANDS, "games",
            Topic.WALLET_RESULTS, "games",
            Topic.MODERATION_COMMANDS, "moderation",
            Topic.ACTION_RESULTS, "moderation",
            Topic.REPLIES, "gateway-bot",
            Topic.ACTIONS, "gateway-bot-actions",
            Topic.ECONOMY_EVENTS, "dashboard",
            Topic.MODERATION_EVENTS, "dashboard");

    private Readers() {}

    /**
     * The groups that are not where their topic ends, and how far from it; asked one by one, as each costs a connection.
     *
     * @throws KafkaException if the broker does not say
     */
    public static Stream<String> lagging(Stage stage) {
        var topics = new Topics(stage.stack().bootstrapServers());
        return GROUPS.entrySet().stream().mapMulti((reader, lagging) -> {
            String topic = reader.getKey().topicName();
            long lag = topics.lag(reader.getValue(), topic);
            if (lag != 0) {
                lagging.accept("%s in %s: %d".formatted(reader.getValue(), topic, lag));
            }
        });
    }
}
