package dev.mitchbot.gateway.interaction;

import static dev.mitchbot.gateway.interaction.Payloads.newSnowflake;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.contracts.reply.FollowUp;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.contracts.reply.MessageUpdate;
import dev.mitchbot.gateway.RecordedDiscord.Said;
import dev.mitchbot.gateway.RecordedDiscordAndKafka;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Replies to interactions that another instance has received, and may have begun to answer. */
@QuarkusTest
@WithTestResource(RecordedDiscordAndKafka.class)
class AnotherInstanceIT extends InteractionFixture {
    private static final int EPHEMERAL = 64;

    @Test
    void editsWhatAnotherInstanceHasDeferred() {
        discord.behave(call -> call.isCallback() ? Said.error(400, 40060) : Said.message(newSnowflake(), 0));
        services.reply(answer(false));
        awaitCalls("callback 4", "GET @original", "PATCH @original");
    }

    @Test
    void takesBackWhatAnotherInstanceHasDeferredForAll() {
        discord.behave(call -> call.isCallback() ? Said.error(400, 40060) : Said.message(newSnowflake(), THINKING));
        services.reply(answer(true));
        awaitCalls("callback 4", "GET @original", "PATCH @original", "POST follow-up", "DELETE @original");
    }

    @Test
    void saysNothingWhereAnotherInstanceWasFasterToTakeTheDeferralBack() {
        discord.behave(call -> switch (call.method()) {
            case "PATCH" -> Said.error(404, 10008);
            case "GET" -> Said.message(newSnowflake(), THINKING);
            default -> call.isCallback() ? Said.error(400, 40060) : Said.ok();
        });
        services.reply(answer(true));
        awaitCalls("callback 4", "GET @original", "PATCH @original");
        services.reply(new FollowUp(interaction(), true, MessageBody.text("More.")));
        awaitCalls("callback 4", "GET @original", "PATCH @original", "POST follow-up");
    }

    @Test
    void finishesWhatAnotherInstanceHasBegunToPutInThePlaceOfTheDeferral() {
        discord.behave(call -> call.isCallback() ? Said.error(400, 40060) : Said.message(newSnowflake(), 0));
        services.reply(answer(true));
        awaitCalls("callback 4", "GET @original", "POST follow-up", "DELETE @original");
    }

    @Test
    void putsNothingInThePlaceOfADeferralThatDiscordKeeps() {
        discord.behave(call -> switch (call.method()) {
            case "PATCH" -> Said.error(401, 50027);
            case "GET" -> Said.message(newSnowflake(), THINKING);
            default -> call.isCallback() ? Said.error(400, 40060) : Said.ok();
        });
        services.reply(answer(true));
        awaitCalls("callback 4", "GET @original", "PATCH @original");
        services.reply(new FollowUp(interaction(), true, MessageBody.text("More.")));
        awaitCalls("callback 4", "GET @original", "PATCH @original", "POST follow-up");
    }

    @Test
    void tellsTheCallerAloneWhatWouldStandInAMessageThatHasGone() {
        discord.behave(call -> switch (call.method()) {
            case "PATCH" -> Said.error(404, 10008);
            default -> call.isCallback() ? Said.error(400, 40060) : Said.ok();
        });
        services.reply(new MessageUpdate(interaction(), MessageBody.text("Time is up.")));
        awaitCalls("callback 7", "PATCH @original", "POST follow-up");
        assertThat(calls().getLast().body().getInteger("flags")).isEqualTo(EPHEMERAL);
    }

    @Test
    void takesANoticeOfAnotherInstanceAwayOnlyWhenTheAnswerStands() {
        discord.behave(call -> call.isCallback() ? Said.error(400, 40060) : Said.message(newSnowflake(), EPHEMERAL));
        services.reply(answer(false));
        awaitCalls("callback 4", "GET @original", "POST follow-up", "DELETE @original");
    }

    @Test
    void saysNothingWhereAnotherInstanceHasPutTheAnswerInThePlaceOfTheOriginal() {
        discord.behave(call -> call.isCallback()
                ? Said.error(400, 40060)
                : call.method().equals("GET") ? Said.error(404, 10008) : Said.ok());
        services.reply(answer(true));
        awaitCalls("callback 4", "GET @original");
        services.reply(new FollowUp(interaction(), true, MessageBody.text("More.")));
        awaitCalls("callback 4", "GET @original", "POST follow-up");
    }

    @Test
    void leavesTheClickedMessageAloneWhenAnotherInstanceHasDeferredTheClick() {
        discord.behave(call -> call.isCallback() ? Said.error(400, 40060) : Said.message(id - 1, 0));
        services.reply(answer(false));
        awaitCalls("callback 4", "GET @original", "POST follow-up");
    }
}
