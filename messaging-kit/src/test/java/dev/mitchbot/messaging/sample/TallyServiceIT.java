package dev.mitchbot.messaging.sample;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

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

    /** As it is with rows that a defect has left behind: the guild's own commands are lost, the others' go on. */
    @Test
    void aGuildWhoseRowsConflictForEverHoldsUpNobodyForLong() throws SQLException {
        long broken = Records.newId();
        long whole = Records.newId();
        conflictForEver(broken);
        List<ConsumerRecord<String, byte[]>> batch = IntStream.range(0, 60)
                .mapToObj(i -> command(i % 2 == 0 ? broken : whole, Records.newId(), 1))
                .toList();

        newInstance(step -> {}).handle(Records.poll(batch)).await().atMost(Duration.ofSeconds(30));

        assertThat(effects(whole)).isEqualTo(30);
        assertThat(effects(broken)).isZero();
        assertThat(deadLetters(letter -> letter.key().equals(Long.toString(broken))))
                .hasSize(30);
    }

    private void conflictForEver(long guildId) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    create or replace function conflict() returns trigger language plpgsql as
                    $$ begin raise exception 'for ever' using errcode = 'serialization_failure'; end $$""");
            statement.execute(
                    "create trigger broken_%1$d before update on tallies for each row when (new.guild_id = %1$d) execute function conflict()"
                            .formatted(guildId));
        }
    }
}
