package dev.mitchbot.gateway.interaction;

import static dev.mitchbot.gateway.interaction.Payloads.click;
import static dev.mitchbot.gateway.interaction.Payloads.newSnowflake;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.contracts.reply.MessageUpdate;
import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.RecordedDiscord.Call;
import dev.mitchbot.gateway.RecordedDiscord.Said;
import dev.mitchbot.gateway.RecordedDiscordAndKafka;
import dev.mitchbot.gateway.broker.PastRecords;
import dev.mitchbot.gateway.telemetry.GatewayMetrics;
import io.opentelemetry.api.trace.Span;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gateway has said beside a clicked message that nothing is confirmed; another one brings the result. */
@QuarkusTest
@WithTestResource(RecordedDiscordAndKafka.class)
class StandingNoticesIT extends InteractionFixture {
    private static final int EPHEMERAL = 64;

    @Inject
    PastRecords past;

    @Inject
    InteractionCalls toDiscord;

    @Inject
    Acknowledgement acknowledgement;

    @Inject
    GatewayMetrics metrics;

    @Inject
    GatewaySettings settings;

    @Inject
    Vertx vertx;

    private final long notice = newSnowflake();
    private Conversations conversations;
    private Notices notices;
    private StandingNotices standing;

    @BeforeEach
    void thisGatewayIsNotTheOneThatBringsResults() {
        discord.behave(call -> Said.message(notice, EPHEMERAL));
        conversations = new Conversations(settings, metrics, vertx);
        notices = new Notices(toDiscord, acknowledgement, metrics, settings);
        standing = new StandingNotices(past, conversations, notices, settings);
    }

    @AfterEach
    void stop() {
        standing.close();
    }

    @Test
    void goWhenTheResultComes() {
        Conversation clicked = clicked();
        standing.watch(clicked);

        bringTheResult(clicked);

        await().untilAsserted(() -> assertThat(shapes()).contains("DELETE " + notice));
        assertThat(clicked.noticeId()).isEmpty();
    }

    @Test
    void goWhenTheResultWasThereBeforeThisGatewayLooked() {
        Conversation clicked = clicked();
        bringTheResult(clicked);

        standing.watch(clicked);

        await().untilAsserted(() -> assertThat(shapes()).contains("DELETE " + notice));
    }

    @Test
    void stayWhileThereIsNoResult() {
        Conversation clicked = clicked();
        standing.watch(clicked);
        Conversation other = clicked(newSnowflake());
        standing.watch(other);

        bringTheResult(other);

        await().until(() -> other.noticeId().isEmpty());
        assertThat(shapes()).doesNotContain("DELETE " + notice);
        assertThat(clicked.noticeId()).isPresent();
    }

    @Test
    void leaveOtherWordsAloneThatStandThereByThen() {
        Conversation clicked = clicked();
        standing.watch(clicked);
        clicked.noticeId(Optional.of("4711"));
        Conversation other = clicked(newSnowflake());
        standing.watch(other);

        bringTheResult(clicked);
        bringTheResult(other);

        await().until(() -> other.noticeId().isEmpty());
        assertThat(shapes()).doesNotContain("DELETE " + notice, "DELETE 4711");
    }

    private Conversation clicked() {
        return clicked(id);
    }

    private Conversation clicked(long interaction) {
        Incoming incoming = InteractionReader.read(click(interaction, newSnowflake(), "economy:leaderboard:2", id - 1))
                .orElseThrow();
        Conversation conversation = Conversation.received(incoming, false, System.nanoTime(), Span.getInvalid());
        assertThat(conversations.begin(conversation)).isTrue();
        conversations.then(incoming.interaction(), notices::unconfirmed).join();
        return conversation;
    }

    private void bringTheResult(Conversation clicked) {
        services.reply(new MessageUpdate(clicked.interaction(), MessageBody.text("Page 2")));
    }

    private List<String> shapes() {
        return calls().stream().map(Call::shape).toList();
    }
}
