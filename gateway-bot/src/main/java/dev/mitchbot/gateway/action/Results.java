package dev.mitchbot.gateway.action;

import dev.mitchbot.contracts.action.Action.SetPermissionOverwrite.Setting;
import dev.mitchbot.contracts.action.ActionResult;
import dev.mitchbot.gateway.discord.DiscordResponse;
import java.util.Optional;

/** Words Discord's answers to one action. */
record Results(String actionId, long guildId) {
    ActionResult of(DiscordResponse response) {
        return response.isDone()
                ? ActionResult.done(actionId, guildId)
                : ActionResult.failed(actionId, guildId, response.code(), response.complaint());
    }

    /**
     * A ban that was lifted before is done too, but the one who asked may want to know.
     *
     * @param mayBeOurs whether an earlier try may have lifted it, of which nothing was heard
     */
    ActionResult lifted(DiscordResponse response, boolean mayBeOurs) {
        if (!response.says(DiscordResponse.UNKNOWN_BAN)) {
            return of(response);
        }
        return mayBeOurs
                ? ActionResult.done(actionId, guildId)
                : ActionResult.needless(actionId, guildId, DiscordResponse.UNKNOWN_BAN);
    }

    ActionResult sent(DiscordResponse response) {
        return response.isDone()
                ? done(Optional.of(response.body().path("id").asText()), Optional.empty())
                : of(response);
    }

    ActionResult changed(DiscordResponse response, Setting before) {
        return response.isDone() ? done(Optional.empty(), Optional.of(before.name())) : of(response);
    }

    private ActionResult done(Optional<String> messageId, Optional<String> previousSetting) {
        return new ActionResult(
                actionId, guildId, true, Optional.empty(), Optional.empty(), messageId, previousSetting);
    }
}
