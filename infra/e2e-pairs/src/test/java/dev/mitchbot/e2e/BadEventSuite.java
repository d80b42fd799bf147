package dev.mitchbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.discord.MemberSnapshot;
import dev.mitchbot.contracts.economy.EconomyEvent;
import dev.mitchbot.contracts.economy.EconomyEvent.BalanceAdjusted;
import dev.mitchbot.contracts.moderation.ModerationEvent;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseReasonChanged;
import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What nobody should send, on the topics that the dashboards alone read: events for the audit trail, and names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BadEventSuite {
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final long GUILD = 1_234_567;

    private Wire wire;
    private ServiceDatabase dashboard;

    abstract RunningBot bot();

    @BeforeAll
    void listen() {
        wire = new Wire(
                bot().stack().bootstrapServers(),
                Topic.ECONOMY_EVENTS.deadLetterName(),
                Topic.MODERATION_EVENTS.deadLetterName(),
                Topic.MEMBERS.deadLetterName());
        dashboard = new ServiceDatabase(bot().stack(), "dashboard");
    }

    @AfterAll
    void close() {
        wire.close();
        dashboard.close();
    }

    @Test
    void doNotStopTheEventsOfTheEconomy() {
        EconomyEvent event = new BalanceAdjusted(GUILD, 1, 2, 3, 4, "testing", Instant.now());
        assertWrittenDownAmongBad(Topic.ECONOMY_EVENTS, event.type(), Json.write(event));
    }

    @Test
    void doNotStopTheEventsOfTheModeration() {
        ModerationEvent event = new CaseReasonChanged(GUILD, 1, 2, "before", "after", Instant.now());
        assertWrittenDownAmongBad(Topic.MODERATION_EVENTS, event.type(), Json.write(event));
    }

    @Test
    void doNotStopTheNames() {
        assertNamedAtOnce("warming up");
        MemberSnapshot bad = called("bad");
        var sent = BadMessages.send(wire, Topic.MEMBERS, bad.key(), MemberSnapshot.TYPE, Json.write(bad));
        assertNamedAtOnce("good");
        sent.assertDeadLetters();
        wire.put(Topic.MEMBERS, "1:1", "misplaced", MemberSnapshot.TYPE, Json.write(called("misplaced")));
        var letter = wire.await(Topic.MEMBERS.deadLetterName(), CloudEvent.ID, "misplaced");
        assertThat(Wire.header(letter, "dlq-reason")).isEqualTo("key 1:1 is not the member of the body");
    }

    private void assertNamedAtOnce(String name) {
        MemberSnapshot member = called(name);
        long begun = System.nanoTime();
        wire.put(Topic.MEMBERS, member.key(), "member:" + name, MemberSnapshot.TYPE, Json.write(member));
        await().pollInterval(LOOK)
                .until(() -> !dashboard
                        .texts("select name from members where name = '%s' and guild_id = %d".formatted(name, GUILD))
                        .isEmpty());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE);
    }

    private static MemberSnapshot called(String name) {
        return new MemberSnapshot(GUILD, 7, name, false, Instant.now());
    }

    private void assertWrittenDownAmongBad(Topic topic, String type, byte[] good) {
        String guild = Long.toString(GUILD);
        wire.put(topic, guild, topic + "-first", type, good);
        await().until(() -> isWrittenDown(topic + "-first"));
        var sent = BadMessages.send(wire, topic, guild, type, good);
        long begun = System.nanoTime();
        wire.put(topic, guild, topic + "-good", type, good);
        await().pollInterval(LOOK).until(() -> isWrittenDown(topic + "-good"));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE);
        sent.assertDeadLetters();
    }

    private boolean isWrittenDown(String messageId) {
        return !dashboard
                .texts("select message_id from audit_entries where message_id = '" + messageId + "'")
                .isEmpty();
    }
}
