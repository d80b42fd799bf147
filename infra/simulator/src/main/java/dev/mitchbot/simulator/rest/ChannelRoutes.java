package dev.mitchbot.simulator.rest;

import dev.mitchbot.simulator.rest.ApiError.Unknown;
import dev.mitchbot.simulator.world.AuditEntry.Action;
import dev.mitchbot.simulator.world.Change;
import dev.mitchbot.simulator.world.Channel;
import dev.mitchbot.simulator.world.Dispatch;
import dev.mitchbot.simulator.world.GuildJson;
import dev.mitchbot.simulator.world.Intent;
import dev.mitchbot.simulator.world.Overwrite;
import dev.mitchbot.simulator.world.Permission;
import dev.mitchbot.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of channels and their permission overwrites. */
public final class ChannelRoutes {
    private static final int SLOWMODE_MAX_SECONDS = 21_600;

    private final Lookup lookup;
    private final World world;

    public ChannelRoutes(Lookup lookup) {
        this.lookup = lookup;
        this.world = lookup.world();
    }

    public List<Route> routes() {
        return List.of(
                Route.get(
                        "/guilds/:guild/channels",
                        call -> Reply.ok(
                                GuildJson.list(lookup.guild(call).channels().values(), Channel::json))),
                Route.post("/guilds/:guild/channels", this::create),
                Route.get("/channels/:channel", this::get),
                Route.patch("/channels/:channel", this::modify),
                Route.delete("/channels/:channel", this::delete),
                Route.put("/channels/:channel/permissions/:overwrite", this::putOverwrite),
                Route.delete("/channels/:channel/permissions/:overwrite", this::deleteOverwrite));
    }

    private Reply get(Call call) {
        var channel = lookup.channel(call);
        lookup.allow(channel, Permission.VIEW_CHANNEL);
        return Reply.ok(channel.json());
    }

    private Reply create(Call call) {
        var guild = lookup.guild(call);
        lookup.allow(guild, Permission.MANAGE_CHANNELS);
        var data = call.object();
        var errors = new FieldErrors();
        errors.length(data, "name", 1, 100);
        errors.throwIfAny();
        if (data.getInteger("type", Channel.TEXT) != Channel.TEXT) {
            throw FieldErrors.single("BASE_TYPE_CHOICES", "Value must be one of {0}.", "type");
        }
        var channel = world.openChannel(guild, world.snowflakes().next(), data.getString("name"));
        overwrites(channel, data.getJsonArray("permission_overwrites", new JsonArray()));
        dispatch("CHANNEL_CREATE", channel);
        return Reply.created(channel.json());
    }

    private Reply modify(Call call) {
        var channel = lookup.channel(call);
        lookup.allow(channel, Permission.MANAGE_CHANNELS);
        var data = call.object();
        var errors = new FieldErrors();
        if (data.containsKey("name")) {
            errors.length(data, "name", 1, 100);
        }
        errors.length(data, "topic", 0, 1_024);
        int slowmode = data.getInteger("rate_limit_per_user", channel.slowmodeSeconds());
        if (slowmode < 0 || slowmode > SLOWMODE_MAX_SECONDS) {
            errors.add("NUMBER_TYPE_MAX", "int value should be between 0 and 21600.", "rate_limit_per_user");
        }
        errors.throwIfAny();
        channel.rename(data.getString("name", channel.name()));
        if (data.containsKey("topic")) {
            channel.describe(Optional.ofNullable(data.getString("topic")));
        }
        if (slowmode != channel.slowmodeSeconds()) {
            channel.slowTo(slowmode);
            audit(channel, Action.SLOWMODE, channel.id(), Map.of(), call);
        }
        if (data.getValue("permission_overwrites") != null) {
            lookup.allow(channel, Permission.MANAGE_ROLES);
            channel.overwrites().clear();
            overwrites(channel, data.getJsonArray("permission_overwrites"));
            channel.overwrites()
                    .values()
                    .forEach(one -> audit(channel, Action.OVERWRITE, one.id(), options(channel, one), call));
        }
        dispatch("CHANNEL_UPDATE", channel);
        return Reply.ok(channel.json());
    }

    private Reply delete(Call call) {
        var channel = lookup.channel(call);
        if (channel.guild().isPresent()) {
            lookup.allow(channel, Permission.MANAGE_CHANNELS);
            world.closeChannel(channel);
            dispatch("CHANNEL_DELETE", channel);
        }
        return Reply.ok(channel.json());
    }

    private Reply putOverwrite(Call call) {
        var channel = lookup.channel(call);
        lookup.allow(channel, Permission.MANAGE_ROLES);
        var id = call.id("overwrite");
        var overwrite = overwrite(id, call.object());
        refuseUngranted(channel, overwrite);
        channel.overwrites().put(id, overwrite);
        audit(channel, Action.OVERWRITE, id, options(channel, overwrite), call);
        dispatch("CHANNEL_UPDATE", channel);
        return Reply.NO_CONTENT;
    }

    private Reply deleteOverwrite(Call call) {
        var channel = lookup.channel(call);
        lookup.allow(channel, Permission.MANAGE_ROLES);
        var removed = channel.overwrites().remove(call.id("overwrite"));
        if (removed == null) {
            throw ApiError.unknown(Unknown.OVERWRITE);
        }
        audit(channel, Action.OVERWRITE, removed.id(), options(channel, removed), call);
        dispatch("CHANNEL_UPDATE", channel);
        return Reply.NO_CONTENT;
    }

    /** A bot can only allow or deny what it has itself. */
    private void refuseUngranted(Channel channel, Overwrite overwrite) {
        channel.guild().ifPresent(guild -> {
            long own = guild.permissions(world.botIn(guild));
            var before = channel.overwrites().get(overwrite.id());
            long changed = before == null
                    ? overwrite.allow() | overwrite.deny()
                    : (overwrite.allow() ^ before.allow()) | (overwrite.deny() ^ before.deny());
            if ((changed & ~own) != 0) {
                throw ApiError.missingPermissions();
            }
        });
    }

    private static void overwrites(Channel channel, JsonArray list) {
        for (int index = 0; index < list.size(); index++) {
            var entry = list.getJsonObject(index);
            var id = String.valueOf(entry.getValue("id"));
            channel.overwrites().put(id, overwrite(id, entry));
        }
    }

    private static Overwrite overwrite(String id, JsonObject data) {
        int type = Integer.parseInt(String.valueOf(data.getValue("type", 0)));
        return new Overwrite(id, type, bits(data, "allow"), bits(data, "deny"));
    }

    private static long bits(JsonObject data, String key) {
        return data.getValue(key) == null
                ? 0
                : Long.parseLong(data.getValue(key).toString());
    }

    private static Map<String, String> options(Channel channel, Overwrite overwrite) {
        var options = new HashMap<String, String>();
        options.put("id", overwrite.id());
        options.put("type", String.valueOf(overwrite.type()));
        channel.guild()
                .map(guild -> guild.roles().get(overwrite.id()))
                .ifPresent(role -> options.put("role_name", role.name()));
        return options;
    }

    private void audit(Channel channel, Action action, String targetId, Map<String, String> options, Call call) {
        channel.guild()
                .ifPresent(guild ->
                        world.audit(guild, action, targetId, Optional.of(channel.id()), options, call.reason()));
    }

    private void dispatch(String type, Channel channel) {
        world.announcer().dispatch(new Dispatch(type, channel.guildId(), Intent.GUILDS, channel.json()));
        world.announcer().changed(Change.of("channel", channel.guildId(), channel.id()));
    }
}
