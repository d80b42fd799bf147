package dev.mitchbot.gateway.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mitchbot.contracts.action.Action;
import dev.mitchbot.contracts.action.ActionResult;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.discord.DiscordCall;
import dev.mitchbot.gateway.discord.DiscordResponse;
import dev.mitchbot.gateway.discord.DiscordRest;
import dev.mitchbot.gateway.discord.MessageJson;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Turns each action into the calls that do it; ids are all they need, so any instance can make them. */
@ApplicationScoped
class ActionExecutor {
    private static final int NONCE_LENGTH = 25;

    private final DiscordRest rest;
    private final MessageSweep sweep;
    private final Duration giveUpAfter;

    ActionExecutor(DiscordRest rest, MessageSweep sweep, GatewaySettings settings) {
        this.rest = rest;
        this.sweep = sweep;
        giveUpAfter = settings.actions().giveUpAfter();
    }

    /**
     * Does the action.
     *
     * @param mayBeDone whether another gateway may have done it just before it died
     */
    CompletionStage<ActionResult> execute(String id, Action action, boolean mayBeDone) {
        Instant deadline = Instant.now().plus(giveUpAfter);
        Results results = new Results(id, action.guildId());
        return switch (action) {
            case Action.BanMember ban ->
                (mayBeDone ? banUnlessItStands(ban, deadline) : rest.send(ActionRequests.ban(ban, deadline)))
                        .thenApply(results::of);
            case Action.UnbanMember unban ->
                rest.send(ActionRequests.unban(unban, deadline))
                        .thenApply(response -> results.lifted(response, mayBeDone || response.afterSilence()));
            case Action.KickMember kick ->
                rest.send(ActionRequests.kick(kick, deadline)).thenApply(results::of);
            case Action.TimeoutMember timeout ->
                rest.send(ActionRequests.timeout(timeout, deadline)).thenApply(results::of);
            case Action.AddRole add ->
                rest.send(ActionRequests.addRole(add, deadline)).thenApply(results::of);
            case Action.RemoveRole remove ->
                rest.send(ActionRequests.removeRole(remove, deadline)).thenApply(results::of);
            case Action.SetNickname nickname ->
                rest.send(ActionRequests.nickname(nickname, deadline)).thenApply(results::of);
            case Action.SetSlowMode slow ->
                rest.send(ActionRequests.slowMode(slow, deadline)).thenApply(results::of);
            case Action.DeleteMessages delete ->
                sweep.delete(delete.channelId(), delete.messageIds(), delete.reason(), deadline)
                        .thenApply(results::of);
            case Action.PurgeMessages purge -> sweep.purge(purge, deadline).thenApply(results::of);
            case Action.SetPermissionOverwrite overwrite -> overwrite(overwrite, results, deadline);
            case Action.SendDirectMessage message -> writePrivately(message, results, deadline);
            case Action.SendChannelMessage message ->
                write(id, message.channelId(), message.message(), deadline).thenApply(results::sent);
        };
    }

    /** Discord would put the same ban on its record twice. */
    private CompletionStage<DiscordResponse> banUnlessItStands(Action.BanMember ban, Instant deadline) {
        return rest.send(ActionRequests.banOf(ban, deadline))
                .thenCompose(found ->
                        found.isDone() && found.body().path("reason").asText().equals(ban.reason())
                                ? CompletableFuture.completedStage(found)
                                : rest.send(ActionRequests.ban(ban, deadline)));
    }

    private CompletionStage<ActionResult> overwrite(
            Action.SetPermissionOverwrite action, Results results, Instant deadline) {
        String path = ActionRequests.channel(action.channelId());
        return rest.send(DiscordCall.bot(HttpMethod.GET, path, path, Optional.empty(), deadline))
                .thenCompose(found -> {
                    if (!found.isDone()) {
                        return CompletableFuture.completedStage(results.of(found));
                    }
                    PermissionOverwrite before = PermissionOverwrite.of(found.body(), action.roleId());
                    return set(action, before.with(action.permission(), action.setting()), deadline)
                            .thenApply(response -> results.changed(response, before.settingOf(action.permission())));
                });
    }

    private CompletionStage<DiscordResponse> set(
            Action.SetPermissionOverwrite action, PermissionOverwrite wanted, Instant deadline) {
        String path =
                ActionRequests.channel(action.channelId()) + "/permissions/" + Long.toUnsignedString(action.roleId());
        return rest.send(
                wanted.isEmpty()
                        ? ActionRequests.call(HttpMethod.DELETE, path, Optional.empty(), action.reason(), deadline)
                        : ActionRequests.call(
                                HttpMethod.PUT, path, Optional.of(wanted.json()), action.reason(), deadline));
    }

    private CompletionStage<ActionResult> writePrivately(
            Action.SendDirectMessage action, Results results, Instant deadline) {
        ObjectNode recipient = ActionRequests.object().put("recipient_id", Long.toUnsignedString(action.userId()));
        String path = "/users/@me/channels";
        return rest.send(DiscordCall.bot(HttpMethod.POST, path, path, Optional.of(recipient), deadline))
                .thenCompose(opened -> opened.isDone()
                        ? write(results.actionId(), opened.body().path("id").asLong(), action.message(), deadline)
                        : CompletableFuture.completedStage(opened))
                .thenApply(results::sent);
    }

    private CompletionStage<DiscordResponse> write(String id, long channelId, MessageBody message, Instant deadline) {
        ObjectNode json =
                MessageJson.created(message, false).put("nonce", nonce(id)).put("enforce_nonce", true);
        String path = ActionRequests.channel(channelId) + "/messages";
        return rest.send(DiscordCall.bot(HttpMethod.POST, path, path, Optional.of(json), deadline));
    }

    /** The same for every try of an action, so that Discord posts its message once. */
    private static String nonce(String actionId) {
        String name = UUID.nameUUIDFromBytes(actionId.getBytes(StandardCharsets.UTF_8))
                .toString();
        return name.replace("-", "").substring(0, NONCE_LENGTH);
    }
}
