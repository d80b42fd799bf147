package dev.mitchbot.gateway.interaction;

import static dev.mitchbot.gateway.interaction.Payloads.slash;
import static dev.mitchbot.gateway.interaction.Payloads.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.gateway.RecordedDiscord.Call;
import dev.mitchbot.gateway.RecordedDiscordAndKafka;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** After an outage hundreds of answers come at once, and Discord takes its time for each. */
@QuarkusTest
@WithTestResource(RecordedDiscordAndKafka.class)
class LateAnswersIT extends ReceivedInteractionFixture {
    private static final int LATE = 600;
    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final Duration DISCORDS_PATIENCE = Duration.ofSeconds(3);

    @Test
    void keepNoNewInteractionWaiting() {
        String mine = token(id);
        discord.takeTime(call -> call.path().contains(mine) ? Duration.ZERO : SLOW);
        List<Long> late = Stream.generate(Payloads::newSnowflake).limit(LATE).toList();
        late.forEach(one -> services.reply(
                new Answer(new Interaction(one, 500, token(one), 700, 800), false, MessageBody.text("At last."))));
        await().until(() -> !discord.callsWith(token(late.getFirst())).isEmpty());

        intake.receive(slash(id, user, "daily"));

        await().atMost(DISCORDS_PATIENCE).until(() -> calls().stream().anyMatch(Call::isCallback));
        assertThat(discord.callsWith(token(late.getLast()))).isEmpty();
    }
}
