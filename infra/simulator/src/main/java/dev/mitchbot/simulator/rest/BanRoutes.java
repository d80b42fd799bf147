package dev.mitchbot.simulator.rest;

import dev.mitchbot.simulator.rest.ApiError.Unknown;
import dev.mitchbot.simulator.world.AuditEntry.Action;
import dev.mitchbot.simulator.world.Ban;
import dev.mitchbot.simulator.world.Guild;
import dev.mitchbot.simulator.world.GuildJson;
import dev.mitchbot.simulator.world.Membership;
import dev.mitchbot.simulator.world.Permission;
import dev.mitchbot.simulator.world.User;
import dev.mitchbot.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The routes of bans. */
public final class BanRoutes {
    private static final int DELETE_SECONDS_MAX = 604_800;
    private static final int BULK_MAX = 200;

    private final Lookup lookup;
    private final World world;
    private final Membership membership;

    public BanRoutes(Lookup lookup, Membership membership) {
        this.lookup = lookup;
        this.world = lookup.world();
        this.membership = membership;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/guilds/:guild/bans", this::list),
                Route.get(
                        "/guilds/:guild/bans/:user",
                        call -> Reply.ok(existing(lookup.guild(call), call).json())),
                Route.put("/guilds/:guild/bans/:user", this::ban),
                Route.delete("/guilds/:guild/bans/:user", this::unban),
                Route.post("/guilds/:guild/bulk-ban", this::banMany));
    }

    private Reply list(Call call) {
        var guild = lookup.guild(call);
        lookup.allow(guild, Permission.BAN_MEMBERS);
        long after = Long.parseLong(call.query("after").orElse("0"));
        long before = Long.parseLong(call.query("before").orElse(String.valueOf(Long.MAX_VALUE)));
        var bans = guild.bans().values().stream()
                .filter(ban -> Long.parseLong(ban.user().id()) > after
                        && Long.parseLong(ban.user().id()) < before)
                .limit(call.limit(1_000, 1_000))
                .toList();
        return Reply.ok(GuildJson.list(bans, Ban::json));
    }

    private Reply ban(Call call) {
        var guild = lookup.guild(call);
        lookup.allow(guild, Permission.BAN_MEMBERS);
        var user = lookup.user(call);
        if (!mayBan(guild, user)) {
            throw ApiError.missingPermissions();
        }
        ban(guild, user, deletion(call.object()), call);
        return Reply.NO_CONTENT;
    }

    private boolean mayBan(Guild guild, User user) {
        if (user.id().equals(guild.ownerId())) {
            return false;
        }
        return guild.member(user.id())
                .map(member -> guild.isAbove(world.botIn(guild), member))
                .orElse(true);
    }

    private void ban(Guild guild, User user, Duration deletion, Call call) {
        world.audit(guild, Action.BAN, user.id(), Optional.empty(), call.reason());
        membership.ban(guild, user, call.reason(), deletion);
    }

    private static Duration deletion(JsonObject data) {
        int days = data.getInteger("delete_message_days", 0);
        int seconds = data.getInteger("delete_message_seconds", days * 86_400);
        if (seconds < 0 || seconds > DELETE_SECONDS_MAX) {
            throw FieldErrors.single(
                    "NUMBER_TYPE_MAX",
                    "int value should be less than or equal to " + DELETE_SECONDS_MAX + ".",
                    "delete_message_seconds");
        }
        return Duration.ofSeconds(seconds);
    }

    private Reply unban(Call call) {
        var guild = lookup.guild(call);
        lookup.allow(guild, Permission.BAN_MEMBERS);
        var ban = existing(guild, call);
        world.audit(guild, Action.UNBAN, ban.user().id(), Optional.empty(), call.reason());
        membership.unban(guild, ban);
        return Reply.NO_CONTENT;
    }

    private Ban existing(Guild guild, Call call) {
        lookup.allow(guild, Permission.BAN_MEMBERS);
        var ban = guild.bans().get(call.id("user"));
        if (ban == null) {
            throw ApiError.unknown(Unknown.BAN);
        }
        return ban;
    }

    private Reply banMany(Call call) {
        var guild = lookup.guild(call);
        lookup.allow(guild, Permission.BAN_MEMBERS | Permission.MANAGE_GUILD);
        var ids = call.object().getJsonArray("user_ids", new JsonArray());
        if (ids.isEmpty() || ids.size() > BULK_MAX) {
            throw FieldErrors.single(
                    "BASE_TYPE_BAD_LENGTH", "Must be between 1 and " + BULK_MAX + " in length.", "user_ids");
        }
        var deletion = deletion(call.object());
        var banned = new JsonArray();
        var failed = new JsonArray();
        for (var id : ids) {
            var user = world.user(id.toString())
                    .filter(candidate -> !guild.bans().containsKey(candidate.id()) && mayBan(guild, candidate));
            user.ifPresent(target -> ban(guild, target, deletion, call));
            (user.isPresent() ? banned : failed).add(id.toString());
        }
        if (banned.isEmpty()) {
            throw ApiError.of(400, 500000, "Failed to ban users");
        }
        return Reply.ok(new JsonObject().put("banned_users", banned).put("failed_users", failed));
    }
}
