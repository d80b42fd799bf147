package dev.mitchbot.contracts.wire;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Every Kafka topic of Mitchbot. The key of a record is the guild id, so a guild's messages stay in order; the
 * compacted topics are keyed by what they describe (a guild, a service, a member as {@code guildId:userId}).
 */
public enum Topic {
    ECONOMY_COMMANDS("economy.commands.v1", Retention.DAY),
    GAMES_COMMANDS("games.commands.v1", Retention.DAY),
    MODERATION_COMMANDS("moderation.commands.v1", Retention.DAY),
    DASHBOARD_COMMANDS("dashboard.commands.v1", Retention.DAY),
    DISCORD_EVENTS("discord.events.v1", Retention.MONTH),
    GUILDS("gateway.guilds.v1", Retention.COMPACTED),
    MEMBERS("gateway.members.v1", Retention.COMPACTED),
    CATALOGUE("gateway.catalogue.v1", Retention.COMPACTED),
    REPLIES("gateway.replies.v1", Retention.DAY),
    ACTIONS("gateway.actions.v1", Retention.DAY),
    ACTION_RESULTS("gateway.action-results.v1", Retention.DAY),
    WALLET_REQUESTS("economy.wallet-requests.v1", Retention.DAY),
    WALLET_RESULTS("economy.wallet-results.v1", Retention.DAY),
    ECONOMY_EVENTS("economy.events.v1", Retention.MONTH),
    GAMES_EVENTS("games.events.v1", Retention.MONTH),
    MODERATION_EVENTS("moderation.events.v1", Retention.MONTH);

    private static final String DEAD_LETTER_SUFFIX = ".dlq";

    private final String topicName;
    private final Retention retention;

    Topic(String topicName, Retention retention) {
        this.topicName = topicName;
        this.retention = retention;
    }

    /** The name on the broker, for example {@code economy.commands.v1}. */
    public String topicName() {
        return topicName;
    }

    /** Where messages of this topic go that could not be handled: {@code <topic>.dlq}. */
    public String deadLetterName() {
        return deadLetterName(topicName);
    }

    /** How long records are kept; empty for a compacted topic, which keeps the last record of each key for ever. */
    public Optional<Duration> retention() {
        return Optional.ofNullable(retention.duration);
    }

    /** The commands topic of a service, for example {@code economy}; empty for a service that takes no commands. */
    public static Optional<Topic> commandsOf(String service) {
        String name = service + ".commands.v1";
        return Arrays.stream(values())
                .filter(topic -> topic.topicName.equals(name))
                .findFirst();
    }

    /** The dead-letter topic of any topic, by name. */
    public static String deadLetterName(String topicName) {
        return topicName + DEAD_LETTER_SUFFIX;
    }

    private enum Retention {
        DAY(Duration.ofDays(1)),
        MONTH(Duration.ofDays(30)),
        COMPACTED(null);

        private final Duration duration;

        Retention(Duration duration) {
            this.duration = duration;
        }
    }
}
