package dev.mitchbot.simulator.rest;

import dev.mitchbot.simulator.rest.ApiError.Unknown;
import dev.mitchbot.simulator.world.AuditEntry.Action;
import dev.mitchbot.simulator.world.Guild;
import dev.mitchbot.simulator.world.GuildJson;
import dev.mitchbot.simulator.world.Member;
import dev.mitchbot.simulator.world.Membership;
import dev.mitchbot.simulator.world.Permission;
import dev.mitchbot.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The routes of a guild's members: who is there, and what the bot changes about them. */
public final class MemberRoutes {
    private static final Duration TIMEOUT_MAX = Duration.ofDays(28);

    private final Lookup lookup;
    private final World world;
    private final Membership membership;

    public MemberRoutes(Lookup lookup, Membership membership) {
        this.lookup = lookup;
        this.world = lookup.world();
        this.membership = membership;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/guilds/:guild/members", this::list),
                Route.get("/guilds/:guild/members/search", this::search),
                Route.patch("/guilds/:guild/members/@me", this::modifySelf),
                Route.get("/guilds/:guild/members/:user", this::get),
                Route.patch("/guilds/:guild/members/:user", this::modify),
                Route.delete("/guilds/:guild/members/:user", this::kick),
                Route.put("/guilds/:guild/members/:user/roles/:role", call -> changeRole(call, true)),
                Route.delete("/guilds/:guild/members/:user/roles/:role", call -> changeRole(call, false)));
    }

    private Reply list(Call call) {
        var guild = lookup.guild(call);
        long after = Long.parseLong(call.query("after").orElse("0"));
        var members = guild.members().values().stream()
                .sorted(java.util.Comparator.comparingLong(member -> Long.parseLong(member.id())))
                .filter(member -> Long.parseLong(member.id()) > after)
                .limit(call.limit(1, 1_000))
                .toList();
        return Reply.ok(GuildJson.list(members, Member::json));
    }

    private Reply search(Call call) {
        var prefix = call.query("query").orElse("").toLowerCase(Locale.ROOT);
        var members = lookup.guild(call).members().values().stream()
                .filter(member -> member.user().name().toLowerCase(Locale.ROOT).startsWith(prefix))
                .limit(call.limit(1, 1_000))
                .toList();
        return Reply.ok(GuildJson.list(members, Member::json));
    }

    private Reply get(Call call) {
        return Reply.ok(lookup.member(lookup.guild(call), call).json());
    }

    private Reply modifySelf(Call call) {
        var guild = lookup.guild(call);
        var self = world.botIn(guild);
        lookup.allow(guild, Permission.CHANGE_NICKNAME);
        rename(guild, self, call.object(), call);
        membership.updated(guild, self);
        return Reply.ok(self.json());
    }

    private Reply modify(Call call) {
        var guild = lookup.guild(call);
        var member = lookup.member(guild, call);
        var data = call.object();
        if (data.containsKey("nick")) {
            lookup.allow(guild, Permission.MANAGE_NICKNAMES);
            lookup.allowOn(guild, member);
            rename(guild, member, data, call);
        }
        if (data.containsKey("communication_disabled_until")) {
            timeOut(guild, member, data.getString("communication_disabled_until"), call);
        }
        if (data.getValue("roles") != null) {
            replaceRoles(guild, member, data.getJsonArray("roles"), call);
        }
        membership.updated(guild, member);
        return Reply.ok(member.json());
    }

    private void rename(Guild guild, Member member, JsonObject data, Call call) {
        var errors = new FieldErrors();
        errors.length(data, "nick", 0, 32);
        errors.throwIfAny();
        member.rename(Optional.ofNullable(data.getString("nick")).filter(nick -> !nick.isEmpty()));
        world.audit(guild, Action.NICKNAME, member.id(), Optional.empty(), call.reason());
    }

    private void timeOut(Guild guild, Member member, String until, Call call) {
        lookup.allow(guild, Permission.MODERATE_MEMBERS);
        lookup.allowOn(guild, member);
        if ((guild.permissions(member) & Permission.ADMINISTRATOR) != 0) {
            throw ApiError.missingPermissions();
        }
        var end = until == null ? Optional.<Instant>empty() : Optional.of(parsed(until));
        if (end.isPresent() && end.get().isAfter(Instant.now().plus(TIMEOUT_MAX))) {
            throw FieldErrors.single(
                    "COMMUNICATION_DISABLED_TOO_LONG",
                    "Communication cannot be disabled for more than 28 days.",
                    "communication_disabled_until");
        }
        member.timeOutUntil(end);
        world.audit(guild, Action.TIMEOUT, member.id(), Optional.empty(), call.reason());
    }

    private static Instant parsed(String time) {
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeParseException malformed) {
            throw FieldErrors.single(
                    "DATETIME_TYPE_INVALID",
                    "Could not parse " + time + ". Should be ISO8601.",
                    "communication_disabled_until");
        }
    }

    private void replaceRoles(Guild guild, Member member, JsonArray wanted, Call call) {
        lookup.allow(guild, Permission.MANAGE_ROLES);
        var after = new LinkedHashSet<String>();
        wanted.forEach(id -> after.add(id.toString()));
        if (!guild.roles().keySet().containsAll(after)) {
            throw ApiError.unknown(Unknown.ROLE);
        }
        var added = without(after, member.roles());
        var removed = without(member.roles(), after);
        added.forEach(id -> lookup.allowOn(guild, guild.roles().get(id)));
        removed.forEach(id -> lookup.allowOn(guild, guild.roles().get(id)));
        member.roles().removeAll(removed);
        member.roles().addAll(added);
        added.forEach(id -> world.audit(guild, Action.ROLE_ADD, member.id(), Optional.empty(), call.reason()));
        removed.forEach(id -> world.audit(guild, Action.ROLE_REMOVE, member.id(), Optional.empty(), call.reason()));
    }

    private static Set<String> without(Set<String> from, Set<String> others) {
        var rest = new LinkedHashSet<>(from);
        rest.removeAll(others);
        return rest;
    }

    private Reply changeRole(Call call, boolean add) {
        var guild = lookup.guild(call);
        var member = lookup.member(guild, call);
        var role = lookup.role(guild, call);
        lookup.allow(guild, Permission.MANAGE_ROLES);
        lookup.allowOn(guild, role);
        boolean changed = add ? member.roles().add(role.id()) : member.roles().remove(role.id());
        if (changed) {
            world.audit(
                    guild, add ? Action.ROLE_ADD : Action.ROLE_REMOVE, member.id(), Optional.empty(), call.reason());
            membership.updated(guild, member);
        }
        return Reply.NO_CONTENT;
    }

    private Reply kick(Call call) {
        var guild = lookup.guild(call);
        var member = lookup.member(guild, call);
        lookup.allow(guild, Permission.KICK_MEMBERS);
        lookup.allowOn(guild, member);
        world.audit(guild, Action.KICK, member.id(), Optional.empty(), call.reason());
        membership.leave(guild, member);
        return Reply.NO_CONTENT;
    }
}
