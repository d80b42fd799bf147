package dev.mitchbot.gateway.interaction;

import static dev.mitchbot.gateway.interaction.Payloads.newSnowflake;
import static dev.mitchbot.gateway.interaction.Payloads.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.action.Action;
import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.FollowUp;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.OwnKafka;
import dev.mitchbot.gateway.RecordedDiscord;
import dev.mitchbot.gateway.RecordedDiscord.Call;
import dev.mitchbot.gateway.RecordedDiscord.Said;
import dev.mitchbot.gateway.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The broker has lost the end of its logs, as in a power cut: the gateway has read further than they reach. */
@QuarkusTest
@WithTestResource(OwnKafka.class)
class ShortenedLogIT {
    private static final Duration TAKEN_UP_WITHIN = Duration.ofSeconds(30);

    private final RecordedDiscord discord = RecordedDiscord.instance();
    private TestBroker services;

    @BeforeEach
    void bothTopicsAreTakenUp() {
        discord.behave(call -> Said.ok());
        services = OwnKafka.services();
        await().atMost(TAKEN_UP_WITHIN).until(() -> OwnKafka.isTakenUp(Topic.REPLIES));
        await().atMost(TAKEN_UP_WITHIN).until(() -> OwnKafka.isTakenUp(Topic.ACTIONS));
    }

    @Test
    void answersOnceWhatComesNowAndNothingAgain() {
        long id = newSnowflake();
        Interaction interaction = new Interaction(id, 500, token(id), OwnKafka.GUILD, 800);
        services.reply(new Answer(interaction, false, MessageBody.text("Paid.")));
        services.reply(new FollowUp(interaction, false, MessageBody.text("And more.")));
        await().untilAsserted(() -> assertThat(discord.callsWith(token(id)))
                .extracting(Call::shape)
                .containsExactly("callback 4", "POST follow-up"));
        assertThat(discord.callsWith(OwnKafka.TOKEN)).isEmpty();
    }

    @Test
    void doesWhatIsAskedNowAndNothingAgain() {
        String guild = Long.toString(OwnKafka.GUILD);
        Action kick = new Action.KickMember(OwnKafka.GUILD, 6, "");
        services.say(Topic.ACTIONS, guild, UUID.randomUUID().toString(), kick.type(), Json.write(kick));
        await().until(() -> discord.callsWith("/guilds/" + guild + "/members/6").size() == 1);
        assertThat(discord.callsWith("/guilds/" + guild + "/bans/5")).isEmpty();
    }
}
