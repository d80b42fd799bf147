package dev.mitchbot.simulator.rest;

import dev.mitchbot.simulator.world.AuditEntry;
import dev.mitchbot.simulator.world.Change;
import dev.mitchbot.simulator.world.Dispatch;
import dev.mitchbot.simulator.world.Guild;
import dev.mitchbot.simulator.world.GuildJson;
import dev.mitchbot.simulator.world.Intent;
import dev.mitchbot.simulator.world.Permission;
import dev.mitchbot.simulator.world.Role;
import dev.mitchbot.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The routes of guilds, their roles, and their audit log. */
public final class GuildRoutes {
    private final Lookup lookup;
    private final World world;

    public GuildRoutes(Lookup lookup) {
        this.lookup = lookup;
        this.world = lookup.world();
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/guilds/:guild", this::get),
                Route.get("/guilds/:guild/audit-logs", this::auditLog),
                Route.get(
                        "/guilds/:guild/roles",
                        call -> Reply.ok(
                                GuildJson.list(lookup.guild(call).roles().values(), Role::json))),
                Route.post("/guilds/:guild/roles", this::createRole),
                Route.get(
                        "/guilds/:guild/roles/:role",
                        call -> Reply.ok(lookup.role(lookup.guild(call), call).json())),
                Route.patch("/guilds/:guild/roles/:role", this::modifyRole),
                Route.delete("/guilds/:guild/roles/:role", this::deleteRole));
    }

    private Reply get(Call call) {
        var guild = lookup.guild(call);
        var json = GuildJson.rest(guild);
        if (call.query("with_counts").filter("true"::equals).isPresent()) {
            json.put("approximate_member_count", guild.members().size())
                    .put("approximate_presence_count", guild.members().size());
        }
        return Reply.ok(json);
    }

    private Reply auditLog(Call call) {
        var guild = lookup.guild(call);
        lookup.allow(guild, Permission.VIEW_AUDIT_LOG);
        var entries = List.copyOf(guild.audit()).reversed().stream()
                .limit(call.limit(50, 100))
                .toList();
        return Reply.ok(new JsonObject()
                .put(
                        "audit_log_entries",
                        GuildJson.list(
                                entries,
                                (AuditEntry entry) -> entry.json(world.bot().id())))
                .put("users", new JsonArray().add(world.bot().json()))
                .put("integrations", new JsonArray())
                .put("webhooks", new JsonArray())
                .put("guild_scheduled_events", new JsonArray())
                .put("threads", new JsonArray())
                .put("application_commands", new JsonArray())
                .put("auto_moderation_rules", new JsonArray()));
    }

    private Reply createRole(Call call) {
        var guild = lookup.guild(call);
        lookup.allow(guild, Permission.MANAGE_ROLES);
        var id = world.snowflakes().next();
        var blank = new Role(id, "new role", guild.everyone().permissions(), 1, 0, false, false, false);
        var role = changed(blank, call.object());
        lookup.allow(guild, role.permissions());
        raiseOthers(guild);
        guild.roles().put(id, role);
        dispatch("GUILD_ROLE_CREATE", guild, new JsonObject().put("role", role.json()));
        return Reply.ok(role.json());
    }

    /** Makes room at the bottom, where Discord puts a new role. */
    private static void raiseOthers(Guild guild) {
        guild.roles().replaceAll((id, role) -> role.position() == 0 ? role : role.at(role.position() + 1));
    }

    private Reply modifyRole(Call call) {
        var guild = lookup.guild(call);
        lookup.allow(guild, Permission.MANAGE_ROLES);
        var before = lookup.role(guild, call);
        if (before.position() >= guild.topPosition(world.botIn(guild))) {
            throw ApiError.missingPermissions();
        }
        var role = changed(before, call.object());
        lookup.allow(guild, role.permissions() & ~before.permissions());
        guild.roles().put(role.id(), role);
        dispatch("GUILD_ROLE_UPDATE", guild, new JsonObject().put("role", role.json()));
        return Reply.ok(role.json());
    }

    private static Role changed(Role role, JsonObject data) {
        var errors = new FieldErrors();
        errors.length(data, "name", 0, 100);
        errors.throwIfAny();
        var permissions = data.getValue("permissions");
        return new Role(
                role.id(),
                data.getString("name", role.name()),
                permissions == null ? role.permissions() : Long.parseLong(permissions.toString()),
                role.position(),
                color(data, role.color()),
                data.getBoolean("hoist", role.hoist()),
                data.getBoolean("mentionable", role.mentionable()),
                role.managed());
    }

    private static int color(JsonObject data, int fallback) {
        if (data.getValue("colors") instanceof JsonObject colors) {
            return colors.getInteger("primary_color", fallback);
        }
        return data.getInteger("color", fallback);
    }

    private Reply deleteRole(Call call) {
        var guild = lookup.guild(call);
        lookup.allow(guild, Permission.MANAGE_ROLES);
        var role = lookup.role(guild, call);
        if (role.id().equals(guild.id())) {
            throw ApiError.of(400, 50028, "Invalid role");
        }
        lookup.allowOn(guild, role);
        guild.members().values().forEach(member -> member.roles().remove(role.id()));
        guild.channels().values().forEach(channel -> channel.overwrites().remove(role.id()));
        guild.roles().remove(role.id());
        dispatch("GUILD_ROLE_DELETE", guild, new JsonObject().put("role_id", role.id()));
        return Reply.NO_CONTENT;
    }

    private void dispatch(String type, Guild guild, JsonObject data) {
        world.announcer().dispatch(new Dispatch(type, guild.id(), Intent.GUILDS, data.put("guild_id", guild.id())));
        world.announcer().changed(Change.of("guild", guild.id(), guild.id()));
    }
}
