package dev.mitchbot.gateway.action;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.action.Action;
import dev.mitchbot.contracts.action.ActionResult;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.RecordedDiscord;
import dev.mitchbot.gateway.RecordedDiscord.Call;
import dev.mitchbot.gateway.RecordedDiscord.Said;
import dev.mitchbot.gateway.RecordedDiscordAndKafka;
import dev.mitchbot.gateway.TestBroker;
import dev.mitchbot.gateway.broker.Backlog;
import dev.mitchbot.gateway.broker.Broker;
import dev.mitchbot.gateway.broker.PastRecords;
import dev.mitchbot.gateway.broker.Publisher;
import dev.mitchbot.gateway.telemetry.GatewayMetrics;
import dev.mitchbot.gateway.telemetry.Tracing;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RecordedDiscordAndKafka.class)
class ActionIT {
    private static final Backlog UNCOMMITTED = new Backlog(0, 1);

    @Inject
    Broker broker;

    @Inject
    ActionExecutor executor;

    @Inject
    Publisher publisher;

    @Inject
    GatewayMetrics metrics;

    @Inject
    Tracing tracing;

    @Inject
    PastRecords past;

    @Inject
    GatewaySettings settings;

    private final TestBroker services = TestBroker.shared();
    private final RecordedDiscord discord = RecordedDiscord.instance();
    private final long guild = ThreadLocalRandom.current().nextLong(1L << 50, 1L << 60);
    private final long channel = guild + 1;
    private TestBroker.Heard results;

    @BeforeEach
    void discordIsWilling() {
        discord.behave(call -> Said.ok());
        await().until(broker::isThere);
        results = services.hear(Topic.ACTION_RESULTS.topicName());
    }

    @Test
    void bansAndReportsThatItIsDone() throws IOException {
        ActionResult result = act(new Action.BanMember(guild, 5, "Spam, again", Duration.ofDays(1)));
        assertThat(result.done()).isTrue();
        Call ban = discord.callsWith(guild + "/bans/5").getFirst();
        assertThat(ban.method()).isEqualTo("PUT");
        assertThat(ban.body().getInteger("delete_message_seconds")).isEqualTo(86_400);
    }

    @Test
    void reportsWhatDiscordRefusesWithItsCode() throws IOException {
        discord.behave(call -> Said.error(403, 50013));
        ActionResult result = act(new Action.KickMember(guild, 5, ""));
        assertThat(result.done()).isFalse();
        assertThat(result.errorCode()).contains(50013);
        assertThat(discord.callsWith(guild + "/members/5")).hasSize(1);
    }

    @Test
    void countsTheUnbanOfSomebodyWhoIsNotBannedAsDone() throws IOException {
        discord.behave(call -> Said.error(404, 10026));
        ActionResult result = act(new Action.UnbanMember(guild, 5, ""));
        assertThat(result.done()).isTrue();
        assertThat(result.errorCode()).contains(10026);
    }

    @Test
    void countsAnUnbanAsItsOwnWhenDiscordsWordOnItMayHaveBeenLost() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        discord.behave(call -> tries.incrementAndGet() == 1 ? Said.error(500, 0) : Said.error(404, 10026));
        ActionResult result = act(new Action.UnbanMember(guild, 5, ""));
        assertThat(result.done()).isTrue();
        assertThat(result.errorCode()).isEmpty();
    }

    @Test
    void countsAnUnbanAsDoneThatAGatewayMayHaveDoneBeforeItDied() throws Exception {
        discord.behave(call -> Said.error(404, 10026));
        String id = UUID.randomUUID().toString();

        anotherGatewayTakesUp(0, UNCOMMITTED, id, new Action.UnbanMember(guild, 5, ""));

        assertThat(resultOf(id).done()).isTrue();
        assertThat(resultOf(id).errorCode()).isEmpty();
    }

    @Test
    void waitsAsLongAsDiscordAsksAndKeepsTheGuildsOrder() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        discord.behave(call -> tries.incrementAndGet() == 1 ? Said.tooManyRequests(0.3) : Said.ok());
        String first = say(new Action.AddRole(guild, 5, 6, ""));
        String second = say(new Action.RemoveRole(guild, 5, 6, ""));
        assertThat(resultOf(second).done()).isTrue();
        assertThat(resultOf(first).done()).isTrue();
        assertThat(discord.callsWith(guild + "/members/5"))
                .extracting(Call::method)
                .containsExactly("PUT", "PUT", "DELETE");
    }

    @Test
    void actsOnceWhenKafkaBringsTheActionTwice() {
        Action action = new Action.SetNickname(guild, 5, Optional.of("Mitch"), "");
        String id = say(action);
        services.say(Topic.ACTIONS, Long.toString(guild), id, action.type(), Json.write(action));
        String last = say(new Action.TimeoutMember(guild, 6, Optional.of(Instant.now()), ""));
        await().until(() -> results.of("result:" + last).size() == 1);
        assertThat(discord.callsWith(guild + "/members/5")).hasSize(1);
    }

    @Test
    void leavesWhatAGatewayReportedThatDiedBeforeItsCommit() throws Exception {
        requireLeftAlone(UNCOMMITTED);
    }

    /** A service that gets a command again says its actions again, as records of their own. */
    @Test
    void leavesWhatAnotherGatewayReportedAndCommittedWhenItIsSaidAgain() throws Exception {
        requireLeftAlone(new Backlog(0, 0));
    }

    @Test
    void leavesABanThatStandsAndReportsIt() throws Exception {
        Action ban = new Action.BanMember(guild, 5, "Spam (case #1)", Duration.ZERO);
        discord.behave(call -> call.method().equals("GET") ? bannedFor("Spam (case #1)") : Said.ok());
        String id = UUID.randomUUID().toString();

        anotherGatewayTakesUp(0, UNCOMMITTED, id, ban);

        assertThat(resultOf(id).done()).isTrue();
        assertThat(discord.callsWith(guild + "/bans/5"))
                .extracting(Call::method)
                .containsExactly("GET");
    }

    @Test
    void bansForItsOwnReasonWhoeverIsBannedForAnother() throws Exception {
        Action ban = new Action.BanMember(guild, 5, "Spam (case #2)", Duration.ZERO);
        discord.behave(call -> call.method().equals("GET") ? bannedFor("Spam (case #1)") : Said.ok());
        String id = UUID.randomUUID().toString();

        anotherGatewayTakesUp(0, UNCOMMITTED, id, ban);

        assertThat(resultOf(id).done()).isTrue();
        assertThat(discord.callsWith(guild + "/bans/5"))
                .extracting(Call::method)
                .containsExactly("GET", "PUT");
    }

    @Test
    void reportsWhatAPermissionWasBefore() throws IOException {
        JsonObject before = new JsonObject()
                .put(
                        "permission_overwrites",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("id", "6")
                                        .put("type", 0)
                                        .put("allow", "2048")
                                        .put("deny", "64")));
        discord.behave(call -> call.method().equals("GET") ? new Said(200, new JsonObject(), before) : Said.ok());
        ActionResult result = act(new Action.SetPermissionOverwrite(
                guild, channel, 6, 2048, Action.SetPermissionOverwrite.Setting.DENY, "Lock"));
        assertThat(result.previousSetting()).contains("ALLOW");
        JsonObject set =
                discord.callsWith(channel + "/permissions/6").getFirst().body();
        assertThat(set.getString("allow")).isEqualTo("0");
        assertThat(set.getString("deny")).isEqualTo("2112");
    }

    @Test
    void sendsAMessageWithANonceAndReportsItsId() throws IOException {
        discord.behave(call -> Said.message(99, 0));
        ActionResult result = act(new Action.SendChannelMessage(guild, channel, MessageBody.text("Welcome.")));
        assertThat(result.messageId()).contains("99");
        JsonObject sent = discord.callsWith("/channels/" + channel).getFirst().body();
        assertThat(sent.getString("nonce")).hasSize(25);
        assertThat(sent.getBoolean("enforce_nonce")).isTrue();
    }

    @Test
    void purgesOnlyTheAuthorsMessages() throws IOException {
        JsonArray history = new JsonArray();
        long newest = (Instant.now().toEpochMilli() - 1_420_070_400_000L) << 22;
        for (int i = 0; i < 6; i++) {
            history.add(new JsonObject()
                    .put("id", Long.toString(newest - i))
                    .put("author", new JsonObject().put("id", i % 2 == 0 ? "5" : "7")));
        }
        discord.behave(call -> call.method().equals("GET") ? Said.list(history) : Said.ok());
        ActionResult result = act(new Action.PurgeMessages(guild, channel, 2, Optional.of("5"), ""));
        assertThat(result.done()).isTrue();
        Call delete = discord.callsWith(channel + "/messages/bulk-delete").getFirst();
        assertThat(delete.body().getJsonArray("messages"))
                .containsExactly(Long.toString(newest), Long.toString(newest - 2));
    }

    @Test
    void opensAPrivateChannelForADirectMessage() throws IOException {
        discord.behave(
                call -> call.path().equals("/users/@me/channels") ? Said.message(channel, 0) : Said.message(98, 0));
        ActionResult result = act(new Action.SendDirectMessage(guild, 5, MessageBody.text("You were warned.")));
        assertThat(result.messageId()).contains("98");
        assertThat(discord.callsWith("/channels/" + channel + "/messages")).hasSize(1);
    }

    @Test
    void putsAnActionWithoutItsFieldsAside() {
        var letters = services.hear(Topic.ACTIONS.deadLetterName());
        String id = UUID.randomUUID().toString();
        services.say(Topic.ACTIONS, Long.toString(guild), id, "gateway.ban-member.v1", "{}".getBytes());
        await().until(() -> letters.of(id).size() == 1);
    }

    @Test
    void sendsSeveralMessagesToDeleteInOneCall() throws IOException {
        assertThat(act(new Action.DeleteMessages(guild, channel, List.of("1", "2"), ""))
                        .done())
                .isTrue();
        assertThat(discord.callsWith(channel + "/messages/bulk-delete")).hasSize(1);
    }

    private static Said bannedFor(String reason) {
        return new Said(200, new JsonObject(), new JsonObject().put("reason", reason));
    }

    /** What one gateway has done and reported, another one that takes up its partition does not do again. */
    private void requireLeftAlone(Backlog left) throws Exception {
        Action ban = new Action.BanMember(guild, 5, "Spam (case #1)", Duration.ZERO);
        String id = say(ban);
        resultOf(id);

        anotherGatewayTakesUp(results.of("result:" + id).getFirst().partition(), left, id, ban);

        assertThat(discord.callsWith(guild + "/bans/5")).hasSize(1);
    }

    /** One that has just started, and reads an action again; left is what nobody had committed. */
    private void anotherGatewayTakesUp(int partition, Backlog left, String id, Action action) throws Exception {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                Topic.ACTIONS.topicName(), partition, 0, Long.toString(guild).getBytes(UTF_8), Json.write(action));
        record.headers().add(CloudEvent.ID, id.getBytes(UTF_8));
        record.headers().add(CloudEvent.TYPE, action.type().getBytes(UTF_8));
        Actions gateway = new Actions(executor, publisher, metrics, tracing, new ReportedActions(past, settings));
        gateway.assigned(Map.of(partition, left));
        gateway.handle(record).toCompletableFuture().get(10, SECONDS);
    }

    private ActionResult act(Action action) throws IOException {
        return resultOf(say(action));
    }

    private String say(Action action) {
        String id = UUID.randomUUID().toString();
        services.say(Topic.ACTIONS, Long.toString(guild), id, action.type(), Json.write(action));
        return id;
    }

    private ActionResult resultOf(String actionId) throws IOException {
        await().until(() -> !results.of("result:" + actionId).isEmpty());
        return Json.read(results.of("result:" + actionId).getFirst().value(), ActionResult.class);
    }
}
