package dev.mitchbot.gateway.interaction;

import static dev.mitchbot.gateway.interaction.Payloads.autocomplete;
import static dev.mitchbot.gateway.interaction.Payloads.click;
import static dev.mitchbot.gateway.interaction.Payloads.newSnowflake;
import static dev.mitchbot.gateway.interaction.Payloads.option;
import static dev.mitchbot.gateway.interaction.Payloads.slash;
import static dev.mitchbot.gateway.interaction.Payloads.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.FollowUp;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.contracts.reply.MessageUpdate;
import dev.mitchbot.contracts.reply.Reply;
import dev.mitchbot.contracts.reply.Suggestions;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.RecordedDiscord.Call;
import dev.mitchbot.gateway.RecordedDiscord.Said;
import dev.mitchbot.gateway.RecordedDiscordAndKafka;
import dev.mitchbot.gateway.TestBroker;
import dev.mitchbot.gateway.telemetry.InteractionLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RecordedDiscordAndKafka.class)
class InteractionIT extends ReceivedInteractionFixture {
    @Inject
    InMemorySpanExporter spans;

    @Inject
    MeterRegistry meters;

    @Test
    void publishesACommandToItsOwnerAndAnswersWithOneCall() {
        var heard = services.hear(Topic.ECONOMY_COMMANDS.topicName());
        intake.receive(slash(id, user, "daily"));
        await().until(() -> heard.of(Long.toString(id)).size() == 1);
        var record = heard.of(Long.toString(id)).getFirst();
        assertThat(TestBroker.header(record, "ce_type")).isEqualTo("economy.daily.v1");
        assertThat(TestBroker.header(record, "ce_correlationid")).isEqualTo(Long.toString(id));
        assertThat(record.key()).isEqualTo("700");

        services.reply(answer(false));
        awaitCalls("callback 4");
        assertThat(calls().getFirst().body().getJsonObject("data").getString("content"))
                .isEqualTo("Paid.");
    }

    @Test
    void tracesAnInteractionFromItsReceiptToItsAnswer() {
        var heard = services.hear(Topic.ECONOMY_COMMANDS.topicName());
        intake.receive(slash(id, user, "daily"));
        await().until(() -> heard.of(Long.toString(id)).size() == 1);
        String traceparent = TestBroker.header(heard.of(Long.toString(id)).getFirst(), "traceparent");
        services.say(Topic.REPLIES, "700", "traced-" + id, Reply.ANSWER, Json.write(answer(false)), traceparent);
        awaitCalls("callback 4");
        String trace = traceparent.split("-")[1];
        await().untilAsserted(() -> assertThat(spans.getFinishedSpanItems().stream()
                        .filter(span -> span.getTraceId().equals(trace))
                        .map(SpanData::getName))
                .containsExactlyInAnyOrder("/daily", "economy.commands.v1 publish", "answer"));
    }

    @Test
    void namesTheInteractionInItsLog() {
        List<ExtLogRecord> lines = new CopyOnWriteArrayList<>();
        var log = Logger.getLogger(Replies.class.getName());
        var reader = new ExtHandler() {
            @Override
            protected void doPublish(ExtLogRecord line) {
                lines.add(line);
            }
        };
        log.addHandler(reader);
        try {
            services.reply(answer(false));
            awaitCalls("callback 4");
            await().untilAsserted(() -> assertThat(lines)
                    .filteredOn(line -> Long.toString(id).equals(line.getMdc(InteractionLog.FIELD)))
                    .extracting(ExtLogRecord::getMessage)
                    .containsExactly("Answered"));
        } finally {
            log.removeHandler(reader);
        }
    }

    @Test
    void keepsTokensOutOfItsMetrics() {
        services.reply(answer(false));
        awaitCalls("callback 4");
        assertThat(meters.getMeters())
                .allSatisfy(meter -> assertThat(meter.getId().toString()).doesNotContain("token-of-"));
        assertThat(meters.find("mitchbot.gateway.replies").counters()).isNotEmpty();
    }

    @Test
    void updatesTheClickedMessageWithOneCall() {
        var heard = services.hear(Topic.ECONOMY_COMMANDS.topicName());
        intake.receive(click(id, user, "economy:leaderboard:2", id - 1));
        await().until(() -> heard.of(Long.toString(id)).size() == 1);
        assertThat(TestBroker.header(heard.of(Long.toString(id)).getFirst(), "ce_type"))
                .isEqualTo("economy.leaderboard.click.v1");
        services.reply(new MessageUpdate(interaction(), MessageBody.text("Page 2")));
        awaitCalls("callback 7");
    }

    @Test
    void doesNothingMoreWhenDiscordHasForgottenTheInteraction() {
        discord.behave(call -> Said.error(404, 10062));
        intake.receive(slash(id, user, "daily"));
        services.reply(answer(false));
        awaitCalls("callback 4");
        await().during(Duration.ofMillis(2200)).atMost(TOLD_WITHIN).until(() -> calls().size() == 1);
    }

    @Test
    void triesAgainWhenDiscordIsBusyAndKeepsNobodyElseWaiting() {
        AtomicInteger tries = new AtomicInteger();
        long other = newSnowflake();
        discord.behave(call -> {
            if (!call.path().contains(token(id))) {
                return Said.ok();
            }
            return switch (tries.incrementAndGet()) {
                case 1 -> Said.error(503, 0);
                case 2 -> Said.tooManyRequests(0.7);
                default -> Said.ok();
            };
        });
        services.reply(answer(false));
        services.reply(
                new Answer(new Interaction(other, 500, token(other), 700, 800), false, MessageBody.text("Paid.")));
        await().until(() -> discord.callsWith(token(other)).size() == 1);
        assertThat(calls()).hasSizeLessThan(3);
        awaitCalls("callback 4", "callback 4", "callback 4");
    }

    @Test
    void deliversAReplyThatKafkaBringsTwiceOnlyOnce() {
        intake.receive(slash(id, user, "daily"));
        services.reply(answer(false), "reply-to-" + id);
        services.reply(answer(false), "reply-to-" + id);
        services.reply(new FollowUp(interaction(), false, MessageBody.text("And more.")));
        awaitCalls("callback 4", "POST follow-up");
    }

    @Test
    void publishesAnInteractionThatDiscordSendsTwiceOnlyOnce() {
        var heard = services.hear(Topic.ECONOMY_COMMANDS.topicName());
        long next = newSnowflake();
        intake.receive(slash(id, user, "daily"));
        intake.receive(slash(id, user, "daily"));
        intake.receive(slash(next, user, "daily"));
        await().until(() -> heard.of(Long.toString(next)).size() == 1);
        assertThat(heard.of(Long.toString(id))).hasSize(1);
    }

    @Test
    void asksAFastMemberToSlowDownAndPublishesNothing() {
        var heard = services.hear(Topic.ECONOMY_COMMANDS.topicName());
        List<Long> ids = Stream.generate(Payloads::newSnowflake).limit(13).toList();
        ids.forEach(one -> intake.receive(slash(one, user, "daily")));
        long last = ids.getLast();
        await().until(() -> !discord.callsWith(token(last)).isEmpty());
        assertThat(discord.callsWith(token(last))).extracting(Call::shape).containsExactly("callback 4");
        assertThat(data(discord.callsWith(token(last)).getFirst()).getString("content"))
                .isEqualTo(Notice.TOO_FAST.text());
        long others = newSnowflake();
        intake.receive(slash(others, newSnowflake(), "daily"));
        await().until(() -> heard.of(Long.toString(others)).size() == 1);
        assertThat(heard.of(Long.toString(last))).isEmpty();
    }

    @Test
    void saysThatNobodyKnowsTheCommand() {
        intake.receive(slash(id, user, "nonsense"));
        awaitCalls("callback 4");
        assertThat(data(calls().getFirst()).getString("content")).isEqualTo(Notice.UNKNOWN_COMMAND.text());
        assertThat(data(calls().getFirst()).getInteger("flags")).isEqualTo(EPHEMERAL);
    }

    @Test
    void saysThatItOnlyWorksInServers() {
        intake.receive(Payloads.inPrivate(slash(id, user, "daily")));
        awaitCalls("callback 4");
        assertThat(data(calls().getFirst()).getString("content")).isEqualTo(Notice.GUILD_ONLY.text());
    }

    @Test
    void answersAnAutocompleteAndNeverDefersOne() {
        var heard = services.hear(Topic.ECONOMY_COMMANDS.topicName());
        intake.receive(autocomplete(id, user, "daily", option(3, "item", "sw").put("focused", true)));
        await().until(() -> heard.of(Long.toString(id)).size() == 1);
        assertThat(TestBroker.header(heard.of(Long.toString(id)).getFirst(), "ce_type"))
                .isEqualTo("economy.daily.autocomplete.v1");
        await().during(Duration.ofMillis(2300)).atMost(TOLD_WITHIN).until(() -> calls().isEmpty());
        services.reply(new Suggestions(interaction(), List.of(new Suggestions.Choice("Sword", "7"))));
        awaitCalls("callback 8");
        assertThat(data(calls().getFirst())
                        .getJsonArray("choices")
                        .getJsonObject(0)
                        .getString("value"))
                .isEqualTo("7");
    }

    @Test
    void tellsTheMemberWhenDiscordRefusesTheAnswerAndPutsItAside() {
        var letters = services.hear(Topic.REPLIES.deadLetterName());
        AtomicInteger tries = new AtomicInteger();
        discord.behave(call -> tries.incrementAndGet() == 1 ? Said.error(400, 50035) : Said.ok());
        intake.receive(slash(id, user, "daily"));
        services.reply(answer(false), "refused-" + id);
        awaitCalls("callback 4", "callback 4");
        assertThat(data(calls().getLast()).getString("content")).isEqualTo(Notice.UNSHOWABLE.text());
        await().until(() -> letters.of("refused-" + id).size() == 1);
    }

    @Test
    void putsBadRecordsAsideAndGoesOn() {
        var letters = services.hear(Topic.REPLIES.deadLetterName());
        String type = Reply.ANSWER;
        services.say(Topic.REPLIES, "700", "no-json-" + id, type, "no json".getBytes(StandardCharsets.UTF_8));
        services.say(Topic.REPLIES, "700", "no-type-" + id, "gateway.song.v1", Json.write(answer(false)));
        services.say(
                Topic.REPLIES, "700", "no-field-" + id, type, "{\"ephemeral\":true}".getBytes(StandardCharsets.UTF_8));
        services.say(Topic.REPLIES, "700", "too-large-" + id, type, new byte[2 << 20]);
        services.reply(answer(false));
        awaitCalls("callback 4");
        await().untilAsserted(() -> {
            assertThat(reasons(letters, "no-json-" + id))
                    .singleElement()
                    .asString()
                    .contains("Unrecognized token");
            assertThat(reasons(letters, "no-type-" + id)).containsExactly("Unknown type gateway.song.v1");
            assertThat(reasons(letters, "no-field-" + id))
                    .singleElement()
                    .asString()
                    .contains("interaction");
            assertThat(reasons(letters, "too-large-" + id)).containsExactly("Larger than 1048576 bytes");
        });
        assertThat(TestBroker.header(letters.of("no-json-" + id).getFirst(), "dlq-topic"))
                .isEqualTo(Topic.REPLIES.topicName());
    }

    private static List<String> reasons(TestBroker.Heard letters, String messageId) {
        return letters.of(messageId).stream()
                .map(letter -> TestBroker.header(letter, "dlq-reason"))
                .toList();
    }
}
