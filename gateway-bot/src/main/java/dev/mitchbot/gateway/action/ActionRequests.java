package dev.mitchbot.gateway.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mitchbot.contracts.action.Action.AddRole;
import dev.mitchbot.contracts.action.Action.BanMember;
import dev.mitchbot.contracts.action.Action.KickMember;
import dev.mitchbot.contracts.action.Action.RemoveRole;
import dev.mitchbot.contracts.action.Action.SetNickname;
import dev.mitchbot.contracts.action.Action.SetSlowMode;
import dev.mitchbot.contracts.action.Action.TimeoutMember;
import dev.mitchbot.contracts.action.Action.UnbanMember;
import dev.mitchbot.gateway.discord.DiscordCall;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.Optional;

/** The calls of those actions that take just one. */
final class ActionRequests {
    private ActionRequests() {}

    static DiscordCall ban(BanMember action, Instant deadline) {
        ObjectNode body =
                object().put("delete_message_seconds", action.deleteMessages().toSeconds());
        return call(
                HttpMethod.PUT, ban(action.guildId(), action.userId()), Optional.of(body), action.reason(), deadline);
    }

    /** Asks for the ban that stands. */
    static DiscordCall banOf(BanMember action, Instant deadline) {
        String path = ban(action.guildId(), action.userId());
        return DiscordCall.bot(HttpMethod.GET, path, path, Optional.empty(), deadline);
    }

    static DiscordCall unban(UnbanMember action, Instant deadline) {
        return call(
                HttpMethod.DELETE, ban(action.guildId(), action.userId()), Optional.empty(), action.reason(), deadline);
    }

    static DiscordCall kick(KickMember action, Instant deadline) {
        String path = member(action.guildId(), action.userId());
        return call(HttpMethod.DELETE, path, Optional.empty(), action.reason(), deadline);
    }

    static DiscordCall timeout(TimeoutMember action, Instant deadline) {
        String until = action.until().map(Instant::toString).orElse(null);
        return call(
                HttpMethod.PATCH,
                member(action.guildId(), action.userId()),
                Optional.of(object().put("communication_disabled_until", until)),
                action.reason(),
                deadline);
    }

    static DiscordCall addRole(AddRole action, Instant deadline) {
        String path = member(action.guildId(), action.userId()) + "/roles/" + id(action.roleId());
        return call(HttpMethod.PUT, path, Optional.empty(), action.reason(), deadline);
    }

    static DiscordCall removeRole(RemoveRole action, Instant deadline) {
        String path = member(action.guildId(), action.userId()) + "/roles/" + id(action.roleId());
        return call(HttpMethod.DELETE, path, Optional.empty(), action.reason(), deadline);
    }

    static DiscordCall nickname(SetNickname action, Instant deadline) {
        return call(
                HttpMethod.PATCH,
                member(action.guildId(), action.userId()),
                Optional.of(object().put("nick", action.nickname().orElse(null))),
                action.reason(),
                deadline);
    }

    static DiscordCall slowMode(SetSlowMode action, Instant deadline) {
        ObjectNode body = object().put("rate_limit_per_user", action.interval().toSeconds());
        return call(HttpMethod.PATCH, channel(action.channelId()), Optional.of(body), action.reason(), deadline);
    }

    static String channel(long channelId) {
        return "/channels/" + id(channelId);
    }

    static DiscordCall call(HttpMethod method, String path, Optional<JsonNode> body, String reason, Instant deadline) {
        return DiscordCall.bot(method, path, path, body, deadline).because(reason);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String guild(long guildId) {
        return "/guilds/" + id(guildId);
    }

    private static String ban(long guildId, long userId) {
        return guild(guildId) + "/bans/" + id(userId);
    }

    private static String member(long guildId, long userId) {
        return guild(guildId) + "/members/" + id(userId);
    }

    private static String id(long snowflake) {
        return Long.toUnsignedString(snowflake);
    }
}
