package dev.mitchbot.moderation.messaging;

import dev.mitchbot.contracts.command.Caller;
import dev.mitchbot.contracts.command.Permission;
import dev.mitchbot.contracts.command.ResolvedUser;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.messaging.Checkpoint;
import dev.mitchbot.messaging.Handler;
import dev.mitchbot.messaging.Pipeline;
import dev.mitchbot.messaging.Pipelines;
import dev.mitchbot.messaging.suite.MessageHandlingSuite;
import dev.mitchbot.messaging.suite.PoisonHandler;
import dev.mitchbot.messaging.suite.Records;
import dev.mitchbot.messaging.suite.Servers;
import dev.mitchbot.moderation.guild.Moderation;
import dev.mitchbot.moderation.guild.ModerationKeys;
import dev.mitchbot.moderation.store.ModerationStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The kit's suite, with a warning as the effect. */
@QuarkusTest
@QuarkusTestResource(value = Servers.class, restrictToAnnotatedClass = false)
class WarnHandlingIT extends MessageHandlingSuite {
    private static final long TARGET = 4_000;
    private static final long ROLE = 70;

    private final Set<Long> described = new HashSet<>();

    @Inject
    Pipelines pipelines;

    @Inject
    ModerationConfig config;

    @Inject
    ModerationDatabase database;

    @Override
    protected Pipeline<?, ?> newInstance(Checkpoint checkpoint) {
        List<Handler<?, ModerationKeys, Moderation>> handlers = new ArrayList<>(ModerationHandlers.all(config.times()));
        handlers.add(new PoisonHandler<>());
        return pipelines.watchedBy(checkpoint).of(new ModerationStore(), handlers, List.of());
    }

    @Override
    protected Topic commands() {
        return Topic.MODERATION_COMMANDS;
    }

    @Override
    protected ConsumerRecord<String, byte[]> command(long guildId, long id, int variant) {
        if (described.add(guildId)) {
            database.describe(guildId, List.of(ROLE), List.of(3));
        }
        SlashCommand command = new SlashCommand(
                Records.interaction(guildId, id),
                new Caller(
                        1_000 + variant,
                        "moderator",
                        Permission.all(Permission.MODERATE_MEMBERS),
                        List.of(Long.toString(ROLE)),
                        "en-GB"),
                Map.of("target", Long.toString(TARGET), "reason", "noise"),
                Map.of(Long.toString(TARGET), new ResolvedUser(TARGET, "target", false, Optional.of(List.of()))));
        return Records.record(commands().topicName(), guildId, Long.toString(id), "moderation.warn.v1", command);
    }

    @Override
    protected int effects(long guildId) {
        return (int) database.number("select count(*) from cases where guild_id = ? and kind = 'WARN'", guildId);
    }
}
