package dev.mitchbot.messaging.sample;

import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.messaging.Checkpoint;
import dev.mitchbot.messaging.Pipeline;
import dev.mitchbot.messaging.Pipelines;
import dev.mitchbot.messaging.suite.MessageHandlingSuite;
import dev.mitchbot.messaging.suite.Records;
import dev.mitchbot.messaging.suite.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;

@QuarkusTest
@QuarkusTestResource(value = Servers.class, restrictToAnnotatedClass = false)
class TallyServiceIT extends MessageHandlingSuite {
    @Inject
    Pipelines pipelines;

    @Inject
    DataSource database;

    @Override
    protected Pipeline<?, ?> newInstance(Checkpoint checkpoint) {
        return TallyService.pipeline(pipelines.watchedBy(checkpoint));
    }

    @Override
    protected Topic commands() {
        return Topic.GAMES_COMMANDS;
    }

    @Override
    protected ConsumerRecord<String, byte[]> command(long guildId, long id, int variant) {
        SlashCommand command = new SlashCommand(
                Records.interaction(guildId, id),
                Records.caller(variant),
                Map.of("by", Integer.toString(variant)),
                Map.of());
        return Records.record(commands().topicName(), guildId, Long.toString(id), "tally.count.v1", command);
    }

    @Override
    protected int effects(long guildId) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select total from tallies where guild_id = ?")) {
            query.setLong(1, guildId);
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected String poisonType() {
        return "tally.poison.v1";
    }
}
