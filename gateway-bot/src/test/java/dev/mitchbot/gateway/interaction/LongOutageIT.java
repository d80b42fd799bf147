package dev.mitchbot.gateway.interaction;

import static dev.mitchbot.gateway.interaction.Payloads.newSnowflake;
import static dev.mitchbot.gateway.interaction.Payloads.token;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.gateway.RecordedDiscord.Call;
import dev.mitchbot.gateway.RecordedDiscord.Said;
import dev.mitchbot.gateway.RecordedDiscordAndKafka;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members see a deferral, and Discord takes no edit for longer than a request is usually tried. */
@QuarkusTest
@WithTestResource(RecordedDiscordAndKafka.class)
@TestProfile(LongOutageIT.FewTries.class)
class LongOutageIT extends InteractionFixture {
    private static final int TRIES = 3;

    public static class FewTries implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "gateway.discord.attempts", Integer.toString(TRIES),
                    "gateway.discord.patient-calls", "1",
                    "gateway.discord.back-off", "10ms",
                    "gateway.discord.max-back-off", "50ms");
        }
    }

    private final AtomicBoolean away = new AtomicBoolean(true);
    private final AtomicInteger taken = new AtomicInteger();

    @BeforeEach
    void allIsDeferredAndNothingIsEdited() {
        discord.behave(call -> switch (call.method()) {
            case "PATCH" -> edit();
            case "GET" -> Said.message(newSnowflake(), THINKING);
            default -> Said.error(400, 40060);
        });
    }

    @Test
    void answersWhenItIsOver() {
        services.reply(answer(false));
        await().atMost(TOLD_WITHIN).until(() -> edits(id) > 2 * TRIES);
        away.set(false);
        await().atMost(TOLD_WITHIN).until(() -> taken.get() == 1);
    }

    @Test
    void leavesRoomForOtherAnswers() {
        long other = newSnowflake();
        services.reply(answer(false));
        await().atMost(TOLD_WITHIN).until(() -> edits(id) > TRIES);
        services.reply(
                new Answer(new Interaction(other, 500, token(other), 700, 800), false, MessageBody.text("Paid.")));
        await().atMost(TOLD_WITHIN).until(() -> edits(other) == TRIES);
        await().during(Duration.ofMillis(500)).atMost(TOLD_WITHIN).until(() -> edits(other) == TRIES);
        away.set(false);
        await().atMost(TOLD_WITHIN).until(() -> taken.get() == 1);
    }

    private Said edit() {
        if (away.get()) {
            return Said.error(503, 0);
        }
        taken.incrementAndGet();
        return Said.ok();
    }

    private long edits(long interaction) {
        return discord.callsWith(token(interaction)).stream()
                .map(Call::method)
                .filter("PATCH"::equals)
                .count();
    }
}
