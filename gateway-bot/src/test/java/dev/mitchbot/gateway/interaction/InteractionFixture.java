package dev.mitchbot.gateway.interaction;

import static dev.mitchbot.gateway.interaction.Payloads.newSnowflake;
import static dev.mitchbot.gateway.interaction.Payloads.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.gateway.RecordedDiscord;
import dev.mitchbot.gateway.RecordedDiscord.Call;
import dev.mitchbot.gateway.RecordedDiscord.Said;
import dev.mitchbot.gateway.TestBroker;
import dev.mitchbot.gateway.broker.Broker;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A reply's way to a recorded Discord. */
abstract class InteractionFixture {
    static final int THINKING = 128;

    /** How long it may take until Discord has been told: longer than the gateway waits before it defers. */
    static final Duration TOLD_WITHIN = Duration.ofSeconds(8);

    final TestBroker services = TestBroker.shared();
    final RecordedDiscord discord = RecordedDiscord.instance();
    final long id = newSnowflake();

    @Inject
    Broker broker;

    @BeforeEach
    void kafkaIsThereAndDiscordTakesEverything() {
        await().until(broker::isThere);
        discord.behave(call -> Said.ok());
    }

    Interaction interaction() {
        return new Interaction(id, 500, token(id), 700, 800);
    }

    Answer answer(boolean ephemeral) {
        return new Answer(interaction(), ephemeral, MessageBody.text("Paid."));
    }

    List<Call> calls() {
        return discord.callsWith(token(id));
    }

    void awaitCalls(String... shapes) {
        await().atMost(TOLD_WITHIN)
                .untilAsserted(() -> assertThat(calls()).extracting(Call::shape).containsExactly(shapes));
    }
}
