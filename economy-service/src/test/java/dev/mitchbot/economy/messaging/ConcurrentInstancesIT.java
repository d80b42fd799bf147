package dev.mitchbot.economy.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.economy.guild.Economy;
import dev.mitchbot.economy.guild.EconomyKeys;
import dev.mitchbot.economy.store.EconomyStore;
import dev.mitchbot.messaging.Pipeline;
import dev.mitchbot.messaging.Pipelines;
import dev.mitchbot.messaging.suite.Acting;
import dev.mitchbot.messaging.suite.Records;
import dev.mitchbot.messaging.suite.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A hundred members at once, and two instances that both believe the partitions are theirs. */
@QuarkusTest
@QuarkusTestResource(value = Servers.class, restrictToAnnotatedClass = false)
class ConcurrentInstancesIT {
    private static final int MEMBERS = 100;
    private static final int BATCH = 40;
    private static final int GUILDS = 3;

    @Inject
    Pipelines pipelines;

    @Inject
    EconomyDatabase database;

    private final List<Long> guilds = new ArrayList<>();

    @AfterEach
    void booksAreRight() {
        database.assertBooksAreRight();
    }

    @Test
    void everyCommandTakesEffectOnceWhoeverHandlesIt() {
        for (int guild = 0; guild < GUILDS; guild++) {
            guilds.add(Records.newId());
        }
        List<ConsumerRecord<String, byte[]>> commands = commands();
        List<CompletableFuture<Void>> instances = List.of(instance(commands, 1), instance(commands, 2));
        instances.forEach(CompletableFuture::join);

        for (long guild : guilds) {
            assertThat(count(guild, "DAILY")).isEqualTo(MEMBERS);
            assertThat(count(guild, "WORK")).isEqualTo(MEMBERS);
            assertThat(count(guild, "ADMIN_ADD")).isEqualTo(MEMBERS);
            assertThat(count(guild, "GIFT")).isEqualTo(MEMBERS);
            assertThat(database.number("select last_entry from books where guild_id = ?", guild))
                    .isEqualTo(2 * 5 * MEMBERS);
            assertThat(database.number(
                            "select sum(balance) from accounts where guild_id = ? and account_id > 4", guild))
                    .isBetween((100 + 100 + 50 + 30L) * MEMBERS, (100 + 100 + 150 + 30L) * MEMBERS);
        }
    }

    /** The same commands for each instance, in an order and in batches of its own. */
    private CompletableFuture<Void> instance(List<ConsumerRecord<String, byte[]>> commands, int seed) {
        Pipeline<EconomyKeys, Economy> pipeline =
                pipelines.of(new EconomyStore(), EconomyHandlers.all(new SecureRandom()), List.of());
        List<ConsumerRecord<String, byte[]>> mine = new ArrayList<>(commands);
        Collections.shuffle(mine, new Random(seed));
        CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
        for (int from = 0; from < mine.size(); from += BATCH) {
            var batch = Records.poll(mine.subList(from, Math.min(from + BATCH, mine.size())));
            done = done.thenCompose(before -> pipeline.handle(batch).subscribeAsCompletionStage());
        }
        return done;
    }

    private List<ConsumerRecord<String, byte[]>> commands() {
        List<ConsumerRecord<String, byte[]>> commands = new ArrayList<>();
        for (long guild : guilds) {
            for (long member = 5_000; member < 5_000 + MEMBERS; member++) {
                long neighbour = 5_000 + (member + 1) % MEMBERS;
                commands.add(record("daily", by(guild, member).command()));
                commands.add(record("work", by(guild, member).command()));
                commands.add(record("balance", by(guild, member).command()));
                commands.add(record("leaderboard", by(guild, member).command()));
                commands.add(record(
                        "give",
                        by(guild, member)
                                .naming("user", neighbour)
                                .with("amount", 1)
                                .command()));
                commands.add(record(
                        "eco.add",
                        by(guild, member)
                                .inCharge()
                                .naming("user", member)
                                .with("amount", 30)
                                .command()));
            }
        }
        return commands;
    }

    private static ConsumerRecord<String, byte[]> record(String command, SlashCommand body) {
        return Records.record(
                Topic.ECONOMY_COMMANDS.topicName(),
                body.interaction().guildId(),
                Long.toString(body.interaction().id()),
                "economy." + command + ".v1",
                body);
    }

    private static Acting by(long guild, long member) {
        return Acting.in(Records.interaction(guild, Records.newId()), member);
    }

    private long count(long guild, String reason) {
        return database.number(
                "select count(distinct message_id) from entries where guild_id = ? and reason = ?", guild, reason);
    }
}
