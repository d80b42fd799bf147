package dev.mitchbot.gateway.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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

    CompletionStage<ActionResult> execute(String id, Action action) {
        Instant deadline = Instant.now().plus(giveUpAfter);
        return switch (action) {
            case Action.SetPermissionOverwrite overwrite -> overwrite(id, overwrite, deadline);
            case Action.SendDirectMessage message -> writePrivately(id, message, deadline);
            case Action.SendChannelMessage message ->
                write(id, message.channelId(), message.message(), deadline)
                        .thenApply(response -> sent(id, action, response));
            default -> simple(action, deadline).thenApply(response -> result(id, action, response));
        };
    }

    private CompletionStage<DiscordResponse> simple(Action action, Instant deadline) {
        return switch (action) {
            case Action.BanMember ban ->
                send(
                        HttpMethod.PUT,
                        ban(ban.guildId(), ban.userId()),
                        deadline,
                        ban.reason(),
                        Optional.of(object().put(
                                        "delete_message_seconds",
                                        ban.deleteMessages().toSeconds())));
            case Action.UnbanMember unban ->
                send(
                                HttpMethod.DELETE,
                                ban(unban.guildId(), unban.userId()),
                                deadline,
                                unban.reason(),
                                Optional.empty())
                        .thenApply(response -> doneWhen(response, DiscordResponse.UNKNOWN_BAN));
            case Action.KickMember kick ->
                send(
                        HttpMethod.DELETE,
                        member(kick.guildId(), kick.userId()),
                        deadline,
                        kick.reason(),
                        Optional.empty());
            case Action.TimeoutMember timeout ->
                send(
                        HttpMethod.PATCH,
                        member(timeout.guildId(), timeout.userId()),
                        deadline,
                        timeout.reason(),
                        Optional.of(object().put(
                                        "communication_disabled_until",
                                        timeout.until().map(Instant::toString).orElse(null))));
            case Action.AddRole add ->
                send(
                        HttpMethod.PUT,
                        member(add.guildId(), add.userId()) + "/roles/" + add.roleId(),
                        deadline,
                        add.reason(),
                        Optional.empty());
            case Action.RemoveRole remove ->
                send(
                        HttpMethod.DELETE,
                        member(remove.guildId(), remove.userId()) + "/roles/" + remove.roleId(),
                        deadline,
                        remove.reason(),
                        Optional.empty());
            case Action.SetNickname nickname ->
                send(
                        HttpMethod.PATCH,
                        member(nickname.guildId(), nickname.userId()),
                        deadline,
                        nickname.reason(),
                        Optional.of(object().put("nick", nickname.nickname().orElse(null))));
            case Action.DeleteMessages delete ->
                sweep.delete(delete.channelId(), delete.messageIds(), delete.reason(), deadline);
            case Action.PurgeMessages purge -> sweep.purge(purge, deadline);
            case Action.SetSlowMode slow ->
                send(
                        HttpMethod.PATCH,
                        channel(slow.channelId()),
                        deadline,
                        slow.reason(),
                        Optional.of(object().put(
                                        "rate_limit_per_user", slow.interval().toSeconds())));
            case Action.SetPermissionOverwrite other -> throw unexpected(other);
            case Action.SendDirectMessage other -> throw unexpected(other);
            case Action.SendChannelMessage other -> throw unexpected(other);
        };
    }

    private static IllegalStateException unexpected(Action action) {
        return new IllegalStateException(action.type() + " takes more than one call");
    }

    private CompletionStage<ActionResult> overwrite(String id, Action.SetPermissionOverwrite action, Instant deadline) {
        return rest.send(DiscordCall.bot(
                        HttpMethod.GET, channel(action.channelId()), "channel", Optional.empty(), deadline))
                .thenCompose(found -> {
                    if (!found.isDone()) {
                        return CompletableFuture.completedStage(result(id, action, found));
                    }
                    PermissionOverwrite before = PermissionOverwrite.of(found.body(), action.roleId());
                    return set(action, before.with(action.permission(), action.setting()), deadline)
                            .thenApply(response -> response.isDone()
                                    ? changed(id, action, before.settingOf(action.permission()))
                                    : result(id, action, response));
                });
    }

    private CompletionStage<DiscordResponse> set(
            Action.SetPermissionOverwrite action, PermissionOverwrite wanted, Instant deadline) {
        String path = channel(action.channelId()) + "/permissions/" + action.roleId();
        return wanted.isEmpty()
                ? send(HttpMethod.DELETE, path, deadline, action.reason(), Optional.empty())
                : send(HttpMethod.PUT, path, deadline, action.reason(), Optional.of(wanted.json()));
    }

    private CompletionStage<ActionResult> writePrivately(String id, Action.SendDirectMessage action, Instant deadline) {
        ObjectNode recipient = object().put("recipient_id", Long.toUnsignedString(action.userId()));
        return rest.send(DiscordCall.bot(
                        HttpMethod.POST, "/users/@me/channels", "private channel", Optional.of(recipient), deadline))
                .thenCompose(opened -> opened.isDone()
                        ? write(id, opened.body().path("id").asLong(), action.message(), deadline)
                        : CompletableFuture.completedStage(opened))
                .thenApply(response -> sent(id, action, response));
    }

    private CompletionStage<DiscordResponse> write(String id, long channelId, MessageBody message, Instant deadline) {
        ObjectNode json =
                MessageJson.created(message, false).put("nonce", nonce(id)).put("enforce_nonce", true);
        return rest.send(DiscordCall.bot(
                HttpMethod.POST, channel(channelId) + "/messages", "message", Optional.of(json), deadline));
    }

    private CompletionStage<DiscordResponse> send(
            HttpMethod method, String path, Instant deadline, String reason, Optional<JsonNode> body) {
        return rest.send(DiscordCall.bot(method, path, path, body, deadline).because(reason));
    }

    /** The same for every try of an action, so that Discord posts its message once. */
    private static String nonce(String actionId) {
        String name = UUID.nameUUIDFromBytes(actionId.getBytes(StandardCharsets.UTF_8))
                .toString();
        return name.replace("-", "").substring(0, NONCE_LENGTH);
    }

    private static DiscordResponse doneWhen(DiscordResponse response, int code) {
        return response.says(code) ? DiscordResponse.done() : response;
    }

    private static ActionResult sent(String id, Action action, DiscordResponse response) {
        if (!response.isDone()) {
            return result(id, action, response);
        }
        return new ActionResult(
                id,
                action.guildId(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.of(response.body().path("id").asText()),
                Optional.empty());
    }

    private static ActionResult changed(String id, Action action, Action.SetPermissionOverwrite.Setting before) {
        return new ActionResult(
                id,
                action.guildId(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(before.name()));
    }

    private static ActionResult result(String id, Action action, DiscordResponse response) {
        return response.isDone()
                ? ActionResult.done(id, action.guildId())
                : ActionResult.failed(id, action.guildId(), response.code(), response.complaint());
    }

    private static String ban(long guildId, long userId) {
        return "/guilds/" + Long.toUnsignedString(guildId) + "/bans/" + Long.toUnsignedString(userId);
    }

    private static String member(long guildId, long userId) {
        return "/guilds/" + Long.toUnsignedString(guildId) + "/members/" + Long.toUnsignedString(userId);
    }

    private static String channel(long channelId) {
        return "/channels/" + Long.toUnsignedString(channelId);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
