package dev.mitchbot.moderation.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.action.Action.BanMember;
import dev.mitchbot.contracts.action.Action.UnbanMember;
import dev.mitchbot.contracts.action.ActionResult;
import dev.mitchbot.contracts.command.Caller;
import dev.mitchbot.contracts.command.Permission;
import dev.mitchbot.contracts.command.ResolvedUser;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseClosed;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseOpened;
import dev.mitchbot.contracts.moderation.ModerationEvent.Outcome;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.messaging.suite.Database;
import dev.mitchbot.messaging.suite.Records;
import dev.mitchbot.messaging.suite.Servers;
import dev.mitchbot.messaging.suite.Tap;
import dev.mitchbot.messaging.suite.Wire;
import dev.mitchbot.moderation.guild.TestGuild;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands in, actions out, Discord's answers in: the test is the gateway. */
@QuarkusTest
@QuarkusTestResource(value = Servers.class, restrictToAnnotatedClass = false)
class ModerationThroughKafkaIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long TARGET = 191_000_000_000_004_000L;
    private static final String ROLE = "70";

    private final long guild = Records.newId();

    @Inject
    ModerationWire wire;

    @Inject
    ModerationDatabase database;

    @BeforeEach
    void describeTheGuild() {
        database.describe(guild, List.of(Long.valueOf(ROLE)), List.of(3));
    }

    @Test
    void closesACaseWithWhatDiscordSaid() {
        long ban = send("ban", Map.of("reason", "spam"));
        String action = ban(ban);
        assertThat(database.cases(guild)).containsExactly("1 BAN REQUESTED");
        assertThat(wire.heard(Topic.REPLIES, ban + "/")).isEmpty();

        result(ActionResult.done(action, guild));

        assertThat(verdict(action)).contains("Case #1", "for good");
        assertThat(database.cases(guild)).containsExactly("1 BAN DONE");
        var opened = Wire.read(wire.first(Topic.MODERATION_EVENTS, ban + "/"), CaseOpened.class);
        assertThat(opened).extracting("targetId", "moderatorId", "reason").containsExactly(TARGET, 1_000L, "spam");
        var closed = Wire.read(wire.first(Topic.MODERATION_EVENTS, "result:" + action), CaseClosed.class);
        assertThat(closed.outcome()).isEqualTo(Outcome.DONE);
        assertThat(database.number("select count(*) from cases where guild_id = ? and interaction is not null", guild))
                .isZero();
    }

    @Test
    void neverClaimsWhatDiscordRefused() {
        long ban = send("tempban", Map.of("duration", "5"));
        String action = ban(ban);
        result(ActionResult.failed(action, guild, Optional.of(50013), "Missing Permissions"));

        assertThat(verdict(action)).contains("Missing Permissions").endsWith("REFUSED_BY_DISCORD");
        assertThat(database.cases(guild)).containsExactly("1 TEMPBAN FAILED");
        assertThat(database.lifts(guild)).isEmpty();
    }

    @Test
    void saysWhenNobodyKnows() {
        long ban = send("ban", Map.of());
        String action = ban(ban);
        result(ActionResult.failed(action, guild, Optional.empty(), "Discord did not answer"));

        assertThat(verdict(action)).endsWith("UNANSWERED");
        assertThat(database.cases(guild)).containsExactly("1 BAN UNANSWERED");
    }

    @Test
    void tellsTheModeratorThatDiscordIsSlow() {
        long ban = send("ban", Map.of());
        ban(ban);
        database.execute("update cases set notice_at = now() where guild_id = ?", guild);

        await().atMost(PATIENCE)
                .until(() ->
                        !wire.heard(Topic.REPLIES, "notice:" + guild + ":1/").isEmpty());
        assertThat(database.cases(guild)).containsExactly("1 BAN REQUESTED");
    }

    @Test
    void liftsATemporaryBanOnce() {
        temporarilyBanned();
        database.makeDue(guild);

        String lift = lift(0);
        result(ActionResult.done(lift, guild));

        await().atMost(PATIENCE).until(() -> database.lifts(guild).isEmpty());
        assertThat(database.cases(guild)).containsExactly("1 TEMPBAN DONE", "2 UNBAN DONE");
        assertThat(lifts()).hasSize(1);
    }

    /** As where one of two gateways stood still in the middle of it, and the other did it too. */
    @Test
    void theFirstOfTwoResultsCountsAndTheSecondIsNoMistake() {
        temporarilyBanned();
        database.makeDue(guild);
        String lift = lift(0);
        result(ActionResult.done(lift, guild));
        await().atMost(PATIENCE).until(() -> database.lifts(guild).isEmpty());

        result(ActionResult.needless(lift, guild, ActionResult.UNKNOWN_BAN));
        send("ban", Map.of("reason", "afterwards"));
        await().atMost(PATIENCE).until(() -> database.cases(guild).size() == 3);

        assertThat(database.cases(guild)).containsExactly("1 TEMPBAN DONE", "2 UNBAN DONE", "3 BAN REQUESTED");
        assertThat(new Tap(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class))
                        .read(
                                Topic.ACTION_RESULTS.deadLetterName(),
                                letter -> Tap.id(letter).equals("result:" + lift)))
                .isEmpty();
    }

    @Test
    void triesALiftAgainThatDiscordDidNotAnswer() {
        temporarilyBanned();
        database.makeDue(guild);
        result(ActionResult.failed(lift(0), guild, Optional.empty(), "Discord did not answer"));
        await().atMost(PATIENCE)
                .until(() -> database.number("select count(*) from inbox where guild_id = ?", guild) == 4);
        database.makeDue(guild);

        result(ActionResult.done(lift(1), guild));

        await().atMost(PATIENCE).until(() -> database.lifts(guild).isEmpty());
        assertThat(database.cases(guild)).containsExactly("1 TEMPBAN DONE", "2 UNBAN DONE");
    }

    @Test
    void aBanForGoodHoldsTheLiftAndThenCancelsIt() {
        temporarilyBanned();
        String action = ban(send("ban", Map.of()));
        assertThat(database.lifts(guild)).containsExactly("1 held by 2");

        result(ActionResult.done(action, guild));

        await().atMost(PATIENCE).until(() -> database.lifts(guild).isEmpty());
        assertThat(database.cases(guild)).containsExactly("1 TEMPBAN DONE", "2 BAN DONE");
    }

    @Test
    void aBanThatDiscordRefusesCancelsNothing() {
        temporarilyBanned();
        String action = ban(send("ban", Map.of()));
        result(ActionResult.failed(action, guild, Optional.of(50013), "Missing Permissions"));

        await().atMost(PATIENCE).until(() -> database.lifts(guild).equals(List.of("1")));
    }

    @Test
    void anUnbanThatNobodyKnowsOfLeavesTheBanItsEnd() {
        temporarilyBanned();
        String action = unban();
        result(ActionResult.failed(action, guild, Optional.empty(), "Discord did not answer"));

        await().atMost(PATIENCE).until(() -> database.lifts(guild).equals(List.of("1")));
        assertThat(database.cases(guild)).containsExactly("1 TEMPBAN DONE", "2 UNBAN UNANSWERED");
    }

    @Test
    void anUnbanBetweenTwoTriesOfALiftClosesIt() {
        temporarilyBanned();
        database.makeDue(guild);
        result(ActionResult.failed(lift(0), guild, Optional.of(50013), "Missing Permissions"));

        result(ActionResult.done(unban(), guild));

        await().atMost(PATIENCE).until(() -> database.lifts(guild).isEmpty());
        assertThat(database.cases(guild)).containsExactly("1 TEMPBAN DONE", "2 UNBAN FAILED", "3 UNBAN DONE");
    }

    @Test
    void triesALiftAgainAfterALaterUnbanThatNobodyKnowsOf() {
        temporarilyBanned();
        database.makeDue(guild);
        result(ActionResult.failed(lift(0), guild, Optional.of(50013), "Missing Permissions"));
        result(ActionResult.failed(unban(), guild, Optional.empty(), "Discord did not answer"));
        await().atMost(PATIENCE).until(() -> database.lifts(guild).equals(List.of("1")));
        database.makeDue(guild);

        result(ActionResult.done(lift(1), guild));

        await().atMost(PATIENCE).until(() -> database.lifts(guild).isEmpty());
        assertThat(database.cases(guild)).containsExactly("1 TEMPBAN DONE", "2 UNBAN DONE", "3 UNBAN UNANSWERED");
    }

    @Test
    void liftsABanAlsoAfterALaterActionThatCameWhileTheLiftWasBeingClaimed() {
        temporarilyBanned();
        String action;
        try (var claim = new SlowClaim(database)) {
            database.makeDue(guild);
            await().atMost(PATIENCE).until(claim::isUnderWay);
            action = ban(send("ban", Map.of()));
            assertThat(database.lifts(guild)).containsExactly("1 held by 2");
        }
        result(ActionResult.failed(action, guild, Optional.of(50013), "Missing Permissions"));
        verdict(action);

        result(ActionResult.done(lift(0), guild));

        await().atMost(PATIENCE).until(() -> database.lifts(guild).isEmpty());
    }

    @Test
    void bansAgainWhomALateLiftHasLetIn() {
        temporarilyBanned();
        database.makeDue(guild);
        String lift = lift(0);
        ban(send("ban", Map.of("reason", "enough")));
        result(ActionResult.done(lift, guild));

        ConsumerRecord<String, byte[]> again = wire.first(Topic.ACTIONS, "result:" + lift);
        assertThat(Wire.read(again, BanMember.class).reason()).contains("enough", "case #3", "again");
    }

    private void temporarilyBanned() {
        String action = ban(send("tempban", Map.of("duration", "60")));
        result(ActionResult.done(action, guild));
        verdict(action);
    }

    private long send(String command, Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        all.put("target", Long.toString(TARGET));
        return wire.send(
                command,
                new SlashCommand(
                        Records.interaction(guild, Records.newId()),
                        new Caller(1_000, "moderator", Permission.all(Permission.BAN_MEMBERS), List.of(ROLE), "en-GB"),
                        all,
                        Map.of(
                                Long.toString(TARGET),
                                new ResolvedUser(TARGET, "target", false, Optional.of(List.of())))));
    }

    /** The id of the ban that the command caused, after the letter to the member. */
    private String ban(long interaction) {
        await().atMost(PATIENCE)
                .until(() -> wire.heard(Topic.ACTIONS, interaction + "/").size() == 2);
        return Tap.id(wire.heard(Topic.ACTIONS, interaction + "/").getLast());
    }

    private String unban() {
        long interaction = send("unban", Map.of("user_id", Long.toString(TARGET)));
        return Tap.id(wire.first(Topic.ACTIONS, interaction + "/"));
    }

    private String lift(int attempt) {
        await().atMost(PATIENCE).until(() -> lifts().size() == attempt + 1);
        ConsumerRecord<String, byte[]> lift = lifts().getLast();
        assertThat(Wire.read(lift, UnbanMember.class).userId()).isEqualTo(TARGET);
        return Tap.id(lift);
    }

    private List<ConsumerRecord<String, byte[]>> lifts() {
        return wire.heard(Topic.ACTIONS, "lift:" + guild + ":");
    }

    private void result(ActionResult result) {
        wire.send(Topic.ACTION_RESULTS, guild, "result:" + result.actionId(), ActionResult.TYPE, result);
    }

    private String verdict(String action) {
        return TestGuild.text(Wire.read(wire.first(Topic.REPLIES, "result:" + action), Answer.class));
    }

    /**
     * As long as it is open, whoever claims lifts stands still between the look at a lift and the lock of its guild's
     * register. Closed, it has waited for the claim's end.
     */
    private static final class SlowClaim implements AutoCloseable {
        private final ModerationDatabase database;
        private final Database.Held lock;

        SlowClaim(ModerationDatabase database) {
            this.database = database;
            this.lock = database.hold("select pg_advisory_lock(4711)");
            database.execute("create function seen() returns boolean language plpgsql as $$ begin"
                    + " if current_query() like '%skip locked%' then"
                    + " perform pg_advisory_lock_shared(4711); perform pg_advisory_unlock_shared(4711); end if;"
                    + " return true; end $$");
            database.execute("create policy slow_claim on lifts using (seen())");
            database.execute("alter table lifts enable row level security, force row level security");
        }

        boolean isUnderWay() {
            return database.number("select count(*) from pg_locks where locktype = 'advisory' and not granted") > 0;
        }

        @Override
        public void close() {
            try {
                lock.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            database.execute("alter table lifts disable row level security, no force row level security");
            database.execute("drop policy slow_claim on lifts");
            database.execute("drop function seen");
        }
    }
}
