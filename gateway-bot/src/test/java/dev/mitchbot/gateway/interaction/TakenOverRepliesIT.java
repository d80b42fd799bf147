package dev.mitchbot.gateway.interaction;

import static dev.mitchbot.gateway.interaction.Payloads.newSnowflake;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.reply.Reply;
import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.RecordedDiscord.Said;
import dev.mitchbot.gateway.RecordedDiscordAndKafka;
import dev.mitchbot.gateway.broker.Backlog;
import dev.mitchbot.gateway.broker.DeadLetters;
import dev.mitchbot.gateway.broker.PastRecords;
import dev.mitchbot.gateway.discord.MessageJson;
import dev.mitchbot.gateway.telemetry.GatewayMetrics;
import dev.mitchbot.gateway.telemetry.Tracing;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A gateway that has just started reads a reply for whose caller alone another gateway may have taken a deferral away. */
@QuarkusTest
@WithTestResource(RecordedDiscordAndKafka.class)
class TakenOverRepliesIT extends InteractionFixture {
    @Inject
    Conversations conversations;

    @Inject
    Delivery delivery;

    @Inject
    Notices notices;

    @Inject
    DeadLetters deadLetters;

    @Inject
    GatewayMetrics metrics;

    @Inject
    Tracing tracing;

    @Inject
    PastRecords past;

    @Inject
    GatewaySettings settings;

    @Test
    void saysNothingWhereTheDeferralHasGone() throws Exception {
        discord.behave(call -> call.isCallback()
                ? Said.error(400, 40060)
                : call.method().equals("GET") ? Said.error(404, 10008) : Said.ok());

        anotherGatewayTakesUp(new Backlog(0, 1));

        awaitCalls("callback 4", "GET @original");
    }

    @Test
    void saysNothingWhereTheDeferralGoesInThatMoment() throws Exception {
        discord.behave(call -> switch (call.method()) {
            case "PATCH" -> Said.error(404, 10008);
            case "GET" -> Said.message(newSnowflake(), THINKING);
            default -> call.isCallback() ? Said.error(400, 40060) : Said.ok();
        });

        anotherGatewayTakesUp(new Backlog(0, 1));

        awaitCalls("callback 4", "GET @original", "PATCH @original");
    }

    @Test
    void saysNothingWhereItsOwnNoticeHasGone() throws Exception {
        thisGatewaySays(Notice.NOTHING_HAPPENED);
        discord.behave(call -> call.isCallback() ? Said.error(400, 40060) : Said.error(404, 10008));

        anotherGatewayTakesUp(new Backlog(0, 1));

        awaitCalls("callback 4", "GET @original");
    }

    @Test
    void answersInThePlaceOfItsOwnNotice() throws Exception {
        thisGatewaySays(Notice.NOTHING_HAPPENED);
        discord.behave(call -> call.isCallback()
                ? Said.error(400, 40060)
                : call.method().equals("GET") ? Said.message(newSnowflake(), MessageJson.EPHEMERAL) : Said.ok());

        anotherGatewayTakesUp(new Backlog(0, 1));

        awaitCalls("callback 4", "GET @original", "PATCH @original");
    }

    @Test
    void saysNothingWhereNobodyHasReadTheReplyBefore() throws Exception {
        discord.behave(call -> call.isCallback() ? Said.error(400, 40060) : Said.error(404, 10008));

        anotherGatewayTakesUp(new Backlog(0, 0));

        awaitCalls("callback 4", "GET @original");
    }

    /** As a service does when a gateway that stood still publishes once more what has been answered meanwhile. */
    @Test
    void tellsNobodyAgainWhatAServiceSaysAgain() throws Exception {
        var heard = services.hear(Topic.REPLIES.topicName());
        services.reply(answer(true), id + "/0");
        awaitCalls("callback 4");
        await().until(() -> heard.of(id + "/0").size() == 1);
        var delivered = heard.of(id + "/0").getFirst();

        long again = delivered.offset() + 1;
        anotherGatewayTakesUp(delivered.partition(), again, new Backlog(again, again + 1));

        awaitCalls("callback 4");
    }

    private void thisGatewaySays(Notice notice) throws Exception {
        conversations
                .then(interaction(), conversation -> notices.say(conversation, notice))
                .get(10, SECONDS);
    }

    private void anotherGatewayTakesUp(Backlog left) throws Exception {
        anotherGatewayTakesUp(0, 0, left);
    }

    private void anotherGatewayTakesUp(int partition, long offset, Backlog left) throws Exception {
        var record = new ConsumerRecord<>(
                Topic.REPLIES.topicName(), partition, offset, "700".getBytes(UTF_8), Json.write(answer(true)));
        record.headers().add(CloudEvent.ID, (id + "/0").getBytes(UTF_8));
        record.headers().add(CloudEvent.TYPE, Reply.ANSWER.getBytes(UTF_8));
        Replies gateway = new Replies(conversations, delivery, notices, deadLetters, metrics, tracing, past, settings);
        gateway.assigned(Map.of(partition, left));
        gateway.handle(record).toCompletableFuture().get(10, SECONDS);
    }
}
