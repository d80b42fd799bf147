package dev.mitchbot.gateway.interaction;

import static dev.mitchbot.gateway.interaction.Payloads.newSnowflake;
import static dev.mitchbot.gateway.interaction.Payloads.option;
import static dev.mitchbot.gateway.interaction.Payloads.slash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.discord.MemberSnapshot;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Snowflakes;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.RecordedDiscordAndKafka;
import dev.mitchbot.gateway.TestBroker;
import dev.mitchbot.gateway.guild.MemberNames;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RecordedDiscordAndKafka.class)
class MemberNamesIT extends ReceivedInteractionFixture {
    private static final int LARGER_THAN_ANY_RECORD = 7 << 20;

    @Inject
    MemberNames names;

    @Inject
    MeterRegistry meters;

    private TestBroker.Heard heard;

    @BeforeEach
    void hearWhoIsNamed() {
        heard = services.hear(Topic.MEMBERS.topicName());
    }

    @Test
    void arePublishedOnceAndAgainWhenTheyChange() {
        intake.receive(slash(id, user, "daily"));
        intake.receive(slash(newSnowflake(), user, "daily"));
        intake.receive(calledBy(user, "Caroline"));
        intake.receive(calledBy(user, "Caro"));

        await().until(() -> of(user).size() == 3);
        assertThat(of(user)).extracting(MemberSnapshot::name).containsExactly("Caro", "Caroline", "Caro");
        assertThat(of(user).getFirst())
                .isEqualTo(new MemberSnapshot(700, user, "Caro", false, Snowflakes.createdAt(id)));
        assertThat(heard.all())
                .filteredOn(record -> record.key().equals("700:" + user))
                .allSatisfy(record ->
                        assertThat(TestBroker.header(record, "ce_type")).isEqualTo(MemberSnapshot.TYPE));
    }

    @Test
    void ofThoseWhomOptionsNameArePublishedToo() {
        long robot = newSnowflake();
        DataObject payload = slash(id, user, "daily", option(6, "user", Long.toString(robot)));
        payload.getObject("data")
                .put(
                        "resolved",
                        DataObject.empty()
                                .put(
                                        "users",
                                        DataObject.empty()
                                                .put(
                                                        Long.toString(robot),
                                                        DataObject.empty()
                                                                .put("id", Long.toString(robot))
                                                                .put("username", "Robby")
                                                                .put("bot", true))));
        intake.receive(payload);

        await().until(() -> !of(robot).isEmpty());
        assertThat(of(robot)).containsExactly(new MemberSnapshot(700, robot, "Robby", true, Snowflakes.createdAt(id)));
    }

    @Test
    void thatCouldNotBePublishedAreTriedAgainWhenTheyAreSeenAgain() {
        var tooLarge = new MemberSnapshot(700, user, "x".repeat(LARGER_THAN_ANY_RECORD), false, Instant.now());
        double before = failed();
        names.seen(tooLarge);
        await().until(() -> failed() == before + 1);
        names.seen(tooLarge);
        await().until(() -> failed() == before + 2);
    }

    private static DataObject calledBy(long user, String name) {
        DataObject payload = slash(newSnowflake(), user, "daily");
        payload.getObject("member").put("nick", name);
        return payload;
    }

    private double failed() {
        return meters.counter("mitchbot.gateway.events", "type", "member", "outcome", "failed")
                .count();
    }

    private List<MemberSnapshot> of(long userId) {
        return heard.all().stream()
                .filter(record -> record.key().equals("700:" + userId))
                .map(MemberNamesIT::read)
                .toList();
    }

    private static MemberSnapshot read(ConsumerRecord<String, byte[]> record) {
        try {
            return Json.read(record.value(), MemberSnapshot.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
