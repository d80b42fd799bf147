package dev.mitchbot.gateway.interaction;

import static dev.mitchbot.gateway.interaction.Payloads.click;
import static dev.mitchbot.gateway.interaction.Payloads.newSnowflake;
import static dev.mitchbot.gateway.interaction.Payloads.slash;
import static dev.mitchbot.gateway.interaction.Payloads.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.contracts.reply.MessageUpdate;
import dev.mitchbot.gateway.RecordedDiscord.Said;
import dev.mitchbot.gateway.RecordedDiscordAndKafka;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Discord hears when a service takes its time. */
@QuarkusTest
@WithTestResource(RecordedDiscordAndKafka.class)
class DeferralIT extends ReceivedInteractionFixture {
    @Test
    void defersAfterTwoSecondsAndEditsWhenTheAnswerComes() {
        intake.receive(slash(id, user, "daily"));
        awaitCalls("callback 5");
        services.reply(answer(false));
        awaitCalls("callback 5", "PATCH @original");
    }

    @Test
    void defersEarlierWhatCameLate() {
        long inTime = newSnowflake();
        long late = inTime - (1_500L << 22);
        List<Long> deferred = new CopyOnWriteArrayList<>();
        discord.behave(call -> {
            Stream.of(inTime, late)
                    .filter(each -> call.path().contains(token(each)))
                    .forEach(deferred::add);
            return Said.ok();
        });
        intake.receive(slash(inTime, user, "daily"));
        intake.receive(slash(late, user, "daily"));
        await().atMost(TOLD_WITHIN).untilAsserted(() -> assertThat(deferred).containsExactly(late, inTime));
    }

    @Test
    void defersAWhisperedCommandForTheCallerAlone() {
        intake.receive(slash(id, user, "inventory"));
        awaitCalls("callback 5");
        assertThat(data(calls().getFirst()).getInteger("flags")).isEqualTo(EPHEMERAL);
        services.reply(answer(true));
        awaitCalls("callback 5", "PATCH @original");
    }

    @Test
    void takesAPublicDeferralBackWhenTheAnswerIsForTheCallerAlone() {
        intake.receive(slash(id, user, "daily"));
        awaitCalls("callback 5");
        services.reply(answer(true));
        awaitCalls("callback 5", "PATCH @original", "POST follow-up", "DELETE @original");
        assertThat(calls().get(2).body().getInteger("flags")).isEqualTo(EPHEMERAL);
    }

    @Test
    void takesAWhisperedDeferralBackWhenTheAnswerIsForAll() {
        intake.receive(slash(id, user, "inventory"));
        awaitCalls("callback 5");
        services.reply(answer(false));
        awaitCalls("callback 5", "PATCH @original", "POST follow-up", "DELETE @original");
        assertThat(calls().get(2).body().containsKey("flags")).isFalse();
    }

    @Test
    void editsTheClickedMessageAfterADeferral() {
        intake.receive(click(id, user, "economy:leaderboard:2", id - 1));
        awaitCalls("callback 6");
        services.reply(new MessageUpdate(interaction(), MessageBody.text("Page 2")));
        awaitCalls("callback 6", "PATCH @original");
    }

    @Test
    void answersADeferredClickBesideTheClickedMessage() {
        intake.receive(click(id, user, "economy:leaderboard:2", id - 1));
        awaitCalls("callback 6");
        services.reply(answer(true));
        awaitCalls("callback 6", "POST follow-up");
    }
}
