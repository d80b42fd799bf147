package dev.mitchbot.messaging.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.messaging.Checkpoint;
import dev.mitchbot.messaging.DueRows;
import dev.mitchbot.messaging.Message;
import dev.mitchbot.messaging.Pipeline;
import dev.mitchbot.messaging.Pipelines;
import dev.mitchbot.messaging.Sql;
import dev.mitchbot.messaging.Step;
import dev.mitchbot.messaging.sample.BrokenTallyStore.Failing;
import dev.mitchbot.messaging.suite.MessageHandlingSuite;
import dev.mitchbot.messaging.suite.Records;
import dev.mitchbot.messaging.suite.Servers;
import dev.mitchbot.messaging.suite.Tap;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(value = Servers.class, restrictToAnnotatedClass = false)
class TallyServiceIT extends MessageHandlingSuite {
    @Inject
    Pipelines pipelines;

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

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
        return Records.record(
                commands().topicName(), guildId, Long.toString(id), "tally.count.v1", count(guildId, id, variant));
    }

    private static SlashCommand count(long guildId, long id, int variant) {
        return new SlashCommand(
                Records.interaction(guildId, id),
                Records.caller(variant),
                Map.of("by", Integer.toString(variant)),
                Map.of());
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

    /** As a primary does that has been demoted. */
    @Test
    void waitsForADatabaseThatTakesNoWrites() throws SQLException {
        long guild = Records.newId();
        var command = command(guild, Records.newId(), 1);
        CompletableFuture<Void> handled;

        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            setReadOnly(statement, "on");
            try {
                handled = newInstance(step -> {}).handle(Records.poll(command)).subscribeAsCompletionStage();
                Duration away = Duration.ofSeconds(3);
                await().during(away).atMost(away.plusSeconds(2)).until(() -> !handled.isDone());
            } finally {
                setReadOnly(statement, "default");
            }
        }

        assertThat(handled).succeedsWithin(Duration.ofSeconds(30));
        assertThat(effects(guild)).isEqualTo(1);
        assertThat(deadLetters(letter -> letter.key().equals(Long.toString(guild))))
                .isEmpty();
    }

    /** What every session begins with from now on: all but this one are ended. */
    private static void setReadOnly(Statement statement, String value) throws SQLException {
        statement.execute("""
                do $$ begin
                    execute format('alter database %%I set default_transaction_read_only to %s', current_database());
                end $$""".formatted(value));
        statement.execute("""
                select pg_terminate_backend(pid, 5000) from pg_stat_activity
                where datname = current_database() and usename = current_user and pid <> pg_backend_pid()""");
    }

    /** As it is with rows that a defect has left behind: the guild's own commands are lost, the others' go on. */
    @Test
    void aGuildWhoseRowsConflictForEverHoldsUpNobodyForLong() throws SQLException {
        long broken = Records.newId();
        long whole = Records.newId();
        failOnEveryChange(broken, "'serialization_failure'");
        List<ConsumerRecord<String, byte[]>> batch = IntStream.range(0, 60)
                .mapToObj(i -> command(i % 2 == 0 ? broken : whole, Records.newId(), 1))
                .toList();

        newInstance(step -> {}).handle(Records.poll(batch)).await().atMost(Duration.ofSeconds(30));

        assertThat(effects(whole)).isEqualTo(30);
        assertThat(effects(broken)).isZero();
        assertThat(deadLetters(letter -> letter.key().equals(Long.toString(broken))))
                .hasSize(30);
    }

    @Test
    void aDueRowThatConflictsForEverIsPutOffAndTheOthersAreHandled() throws SQLException {
        long broken = Records.newId();
        long whole = Records.newId();
        failOnEveryChange(broken, "'serialization_failure'");
        execute("create table due_tallies (guild_id bigint primary key, due_at timestamptz not null)");
        execute("insert into due_tallies values (%d, now() - interval '1 minute'), (%d, now())"
                .formatted(broken, whole));

        pipelines.of(new TallyStore(), List.of(new Count()), List.of(new DueTallies()));

        await().atMost(Duration.ofSeconds(30)).until(() -> effects(whole) == 1);
        assertThat(effects(broken)).isZero();
        assertThat(dueLater()).containsExactly(broken);
    }

    /** What is due is counted, and its row deleted with that. */
    private static final class DueTallies implements DueRows {
        @Override
        public Uni<List<Message>> claim(Mutiny.Session session, int most) {
            return Sql.of(session, """
                            delete from due_tallies where guild_id in (select guild_id from due_tallies
                                where due_at <= now() order by due_at limit :most for update skip locked)
                            returning guild_id""")
                    .set("most", most)
                    .rows()
                    .map(rows ->
                            rows.stream().map(row -> message((Long) row[0])).toList());
        }

        private static Message message(long guildId) {
            String id = "due:" + guildId;
            return Message.local(id, "tally.count.v1", guildId, count(guildId, guildId, 1), id);
        }

        @Override
        public Uni<Void> postpone(Mutiny.Session session, Message message) {
            return Sql.of(session, "update due_tallies set due_at = now() + interval '1 hour' where guild_id = :guild")
                    .set("guild", message.guildId())
                    .update()
                    .replaceWithVoid();
        }
    }

    private List<Long> dueLater() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.createStatement();
                var rows = query.executeQuery("select guild_id from due_tallies where due_at > now()")) {
            List<Long> guilds = new ArrayList<>();
            while (rows.next()) {
                guilds.add(rows.getLong(1));
            }
            return guilds;
        }
    }

    /** After outages a conflict may come from an attempt of our own that has taken effect since: one is never the end. */
    @Test
    void aConflictIsTriedAgainHoweverOftenTheDatabaseWasAway() throws SQLException {
        long guild = Records.newId();
        execute("create sequence attempts_%d".formatted(guild));
        failOnEveryChange(
                guild,
                "case when nextval('attempts_%d') <= 6 then 'query_canceled' when currval('attempts_%1$d') = 7 then 'serialization_failure' end"
                        .formatted(guild));
        String poison = Long.toString(Records.newId());

        newInstance(step -> {})
                .handle(Records.poll(
                        Records.poison(commands().topicName(), guild, poison), command(guild, Records.newId(), 1)))
                .await()
                .atMost(Duration.ofSeconds(30));

        assertThat(effects(guild)).isEqualTo(1);
        assertThat(deadLetters(letter -> letter.key().equals(Long.toString(guild))))
                .extracting(Tap::id)
                .containsExactly(poison);
    }

    /** Each try inside the one before, an outage of an hour would end with a full stack. */
    @Test
    void theTriesOfALongOutageAreNotNested() {
        assertThat(depthAfterFailures(40)).isCloseTo(depthAfterFailures(0), within(20L));
    }

    /** How deep the stack is when a command is done that so many tries have failed before. */
    private long depthAfterFailures(int failures) {
        var left = new AtomicInteger(failures);
        var depth = new AtomicLong();
        newInstance(step -> {
                    if (step == Step.LOADED && left.getAndDecrement() > 0) {
                        throw new UncheckedIOException(new IOException("away"));
                    }
                })
                .handle(Records.poll(command(Records.newId(), Records.newId(), 1)))
                .invoke(() -> depth.set(StackWalker.getInstance().walk(Stream::count)))
                .await()
                .atMost(Duration.ofSeconds(60));
        return depth.get();
    }

    @ParameterizedTest
    @EnumSource(Failing.class)
    void aMessageWhoseRowsTheStoreCannotTakeBecomesADeadLetterAndTheOthersAreHandled(Failing when) {
        long broken = Records.newId();
        long whole = Records.newId();
        String id = Long.toString(Records.newId());
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            batch.add(command(whole, Records.newId(), 1));
        }
        batch.add(3, command(broken, Long.parseLong(id), 1));

        pipelines
                .of(new BrokenTallyStore(broken, when), List.of(new Count()), List.of())
                .handle(Records.poll(batch))
                .await()
                .atMost(Duration.ofSeconds(30));

        assertThat(effects(whole)).isEqualTo(8);
        assertThat(effects(broken)).isZero();
        assertThat(deadLetters(letter -> Tap.id(letter).equals(id)))
                .singleElement()
                .satisfies(
                        letter -> assertThat(Tap.header(letter, "dlq-reason")).contains(BrokenTallyStore.SYMPTOM));
    }

    /** As after a change that cannot read what was written before it. */
    @Test
    void aMessageWhoseFirstEffectsCannotBeReadBecomesADeadLetterAndTheOthersAreHandled() throws SQLException {
        long guild = Records.newId();
        var known = command(guild, Records.newId(), 1);
        newInstance(step -> {}).handle(Records.poll(known)).await().atMost(Duration.ofSeconds(30));
        execute("update inbox set caused = '[{\"topic\":\"NO_TOPIC\"}]' where guild_id = " + guild);

        newInstance(step -> {})
                .handle(Records.poll(known, command(guild, Records.newId(), 1)))
                .await()
                .atMost(Duration.ofSeconds(30));

        assertThat(effects(guild)).isEqualTo(2);
        assertThat(deadLetters(letter -> Tap.id(letter).equals(Tap.id(known))))
                .singleElement()
                .satisfies(
                        letter -> assertThat(Tap.header(letter, "dlq-reason")).contains("NO_TOPIC"));
        assertThat(new Tap(bootstrapServers)
                        .read(Topic.REPLIES.topicName(), reply -> Tap.id(reply).equals(Tap.id(known) + "/failed")))
                .as("nobody is told that nothing was changed")
                .isEmpty();
    }

    /** @param code SQL that gives the name of the error, or null for none */
    private void failOnEveryChange(long guildId, String code) throws SQLException {
        execute("""
                create function fail_%1$d() returns trigger language plpgsql as
                $$
                declare
                    code text := %2$s;
                begin
                    if code is not null then
                        raise exception 'as the test wants it' using errcode = code;
                    end if;
                    return new;
                end
                $$""".formatted(guildId, code));
        execute(
                "create trigger fail_%1$d before update on tallies for each row when (new.guild_id = %1$d) execute function fail_%1$d()"
                        .formatted(guildId));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
