package dev.mitchbot.simulator.control;

import dev.mitchbot.simulator.world.Channel;
import dev.mitchbot.simulator.world.Guild;
import dev.mitchbot.simulator.world.GuildJson;
import dev.mitchbot.simulator.world.Member;
import dev.mitchbot.simulator.world.Role;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Guilds and what is in them, as the control face gives them. */
final class Views {
    private Views() {}

    static JsonObject guild(Guild guild) {
        return new JsonObject()
                .put("id", guild.id())
                .put("name", guild.name())
                .put("ownerId", guild.ownerId())
                .put("channels", GuildJson.list(guild.channels().values(), Views::channel))
                .put("roles", GuildJson.list(guild.roles().values(), Views::role))
                .put("members", GuildJson.list(guild.members().values(), Views::member))
                .put(
                        "bans",
                        GuildJson.list(
                                guild.bans().values(),
                                ban -> new JsonObject()
                                        .put("userId", ban.user().id())
                                        .put("reason", ban.reason().orElse(null))));
    }

    static JsonObject channel(Channel channel) {
        return new JsonObject()
                .put("id", channel.id())
                .put("name", channel.name())
                .put("type", channel.type())
                .put("slowmodeSeconds", channel.slowmodeSeconds())
                .put("overwrites", GuildJson.list(channel.overwrites().values(), overwrite -> overwrite.json()));
    }

    static JsonObject role(Role role) {
        return new JsonObject()
                .put("id", role.id())
                .put("name", role.name())
                .put("position", role.position())
                .put("permissions", Long.toString(role.permissions()));
    }

    static JsonObject member(Member member) {
        var view = new JsonObject()
                .put("id", member.id())
                .put("name", member.user().name())
                .put("roles", new JsonArray(List.copyOf(member.roles())))
                .put("joinedAt", member.joinedAt().toString());
        member.nick().ifPresent(nick -> view.put("nick", nick));
        member.timeoutUntil().ifPresent(until -> view.put("timeoutUntil", until.toString()));
        return member.user().bot() ? view.put("bot", true) : view;
    }
}
