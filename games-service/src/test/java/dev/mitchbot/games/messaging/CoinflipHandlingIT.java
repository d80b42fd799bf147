package dev.mitchbot.games.messaging;

import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.games.guild.Games;
import dev.mitchbot.games.guild.GamesKeys;
import dev.mitchbot.games.guild.TestTables;
import dev.mitchbot.games.store.GamesStore;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The kit's suite, with one flipped coin as the effect. */
@QuarkusTest
@QuarkusTestResource(value = Servers.class, restrictToAnnotatedClass = false)
class CoinflipHandlingIT extends MessageHandlingSuite {
    @Inject
    Pipelines pipelines;

    @Inject
    GamesDatabase database;

    @Override
    protected Pipeline<?, ?> newInstance(Checkpoint checkpoint) {
        List<Handler<?, GamesKeys, Games>> handlers =
                new ArrayList<>(GamesHandlers.all(new SecureRandom(), TestTables.TIMES));
        handlers.add(new PoisonHandler<>());
        return pipelines.watchedBy(checkpoint).of(new GamesStore(), handlers, List.of());
    }

    @Override
    protected Topic commands() {
        return Topic.GAMES_COMMANDS;
    }

    @Override
    protected Topic answers() {
        return Topic.WALLET_REQUESTS;
    }

    @Override
    protected ConsumerRecord<String, byte[]> command(long guildId, long id, int variant) {
        SlashCommand command = new SlashCommand(
                Records.interaction(guildId, id),
                Records.caller(1_000 + variant),
                Map.of("amount", "1", "choice", "heads"),
                Map.of());
        return Records.record(commands().topicName(), guildId, Long.toString(id), "games.coinflip.v1", command);
    }

    @Override
    protected int effects(long guildId) {
        return (int) database.number("select count(*) from games where guild_id = ?", guildId);
    }
}
