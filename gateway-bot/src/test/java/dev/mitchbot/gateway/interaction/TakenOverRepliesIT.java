package dev.mitchbot.gateway.interaction;

import static dev.mitchbot.gateway.interaction.Payloads.newSnowflake;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.Reply;
import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.RecordedDiscord.Said;
import dev.mitchbot.gateway.RecordedDiscordAndKafka;
import dev.mitchbot.gateway.broker.Backlog;
import dev.mitchbot.gateway.broker.DeadLetters;
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
    GatewaySettings settings;

    @Test
    void answersWhereTheDeferralHasGoneAndItsReaderMayHaveDied() throws Exception {
        discord.behave(call -> call.isCallback()
                ? Said.error(400, 40060)
                : call.method().equals("GET") ? Said.error(404, 10008) : Said.ok());

        anotherGatewayTakesUp(new Backlog(0, 1));

        awaitCalls("callback 4", "GET @original", "POST follow-up");
    }

    @Test
    void answersWhereTheDeferralGoesInThatMoment() throws Exception {
        discord.behave(call -> switch (call.method()) {
            case "DELETE" -> Said.error(404, 10008);
            case "GET" -> Said.message(newSnowflake(), THINKING);
            default -> call.isCallback() ? Said.error(400, 40060) : Said.ok();
        });

        anotherGatewayTakesUp(new Backlog(0, 1));

        awaitCalls("callback 4", "GET @original", "DELETE @original", "POST follow-up");
    }

    @Test
    void saysNothingWhereNobodyHasReadTheReplyBefore() throws Exception {
        discord.behave(call -> call.isCallback() ? Said.error(400, 40060) : Said.error(404, 10008));

        anotherGatewayTakesUp(new Backlog(0, 0));

        awaitCalls("callback 4", "GET @original");
    }

    private void anotherGatewayTakesUp(Backlog left) throws Exception {
        Answer answer = answer(true);
        var record = new ConsumerRecord<>(Topic.REPLIES.topicName(), 0, 0, "700".getBytes(UTF_8), Json.write(answer));
        record.headers().add(CloudEvent.ID, (id + "/0").getBytes(UTF_8));
        record.headers().add(CloudEvent.TYPE, Reply.ANSWER.getBytes(UTF_8));
        Replies gateway = new Replies(conversations, delivery, notices, deadLetters, metrics, tracing, settings);
        gateway.assigned(() -> Map.of(0, left));
        gateway.handle(record).toCompletableFuture().get(10, SECONDS);
    }
}
