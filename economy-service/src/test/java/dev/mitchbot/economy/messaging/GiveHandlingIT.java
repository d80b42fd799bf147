package dev.mitchbot.economy.messaging;

import dev.mitchbot.contracts.command.ResolvedUser;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.economy.guild.Economy;
import dev.mitchbot.economy.guild.EconomyKeys;
import dev.mitchbot.economy.store.EconomyStore;
import dev.mitchbot.messaging.Checkpoint;
import dev.mitchbot.messaging.Handler;
import dev.mitchbot.messaging.Pipeline;
import dev.mitchbot.messaging.Pipelines;
import dev.mitchbot.messaging.suite.MessageHandlingSuite;
import dev.mitchbot.messaging.suite.PoisonHandler;
import dev.mitchbot.messaging.suite.Records;
import dev.mitchbot.messaging.suite.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;

/** The kit's suite, with {@code /give} of one coin as the effect. */
@QuarkusTest
@QuarkusTestResource(value = Servers.class, restrictToAnnotatedClass = false)
class GiveHandlingIT extends MessageHandlingSuite {
    private static final long RECEIVER = 4_000;

    @Inject
    Pipelines pipelines;

    @Inject
    EconomyDatabase database;

    @AfterEach
    void booksAreRight() {
        database.assertBooksAreRight();
    }

    @Override
    protected Pipeline<?, ?> newInstance(Checkpoint checkpoint) {
        List<Handler<?, EconomyKeys, Economy>> handlers = new ArrayList<>(EconomyHandlers.all(new SecureRandom()));
        handlers.add(new PoisonHandler<>());
        return pipelines.watchedBy(checkpoint).of(new EconomyStore(), handlers, List.of());
    }

    @Override
    protected Topic commands() {
        return Topic.ECONOMY_COMMANDS;
    }

    @Override
    protected ConsumerRecord<String, byte[]> command(long guildId, long id, int variant) {
        SlashCommand command = new SlashCommand(
                Records.interaction(guildId, id),
                Records.caller(1_000 + variant),
                Map.of("user", Long.toString(RECEIVER), "amount", "1"),
                Map.of(Long.toString(RECEIVER), new ResolvedUser(RECEIVER, "receiver", false, Optional.empty())));
        return Records.record(commands().topicName(), guildId, Long.toString(id), "economy.give.v1", command);
    }

    @Override
    protected int effects(long guildId) {
        return (int) database.number(
                "select count(*) from entries where guild_id = ? and reason = 'GIFT' and amount > 0", guildId);
    }
}
