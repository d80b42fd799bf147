package dev.mitchbot.simulator.control;

import dev.mitchbot.simulator.world.Membership;
import dev.mitchbot.simulator.world.User;
import dev.mitchbot.simulator.world.World;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;

/** Members come and go, and an administrator changes their roles. */
public final class MemberControls implements Controls {
    private static final Instant DISCORD_FOUNDED = Instant.parse("2015-05-13T00:00:00Z");

    private final World world;
    private final Membership membership;

    public MemberControls(World world, Membership membership) {
        this.world = world;
        this.membership = membership;
    }

    @Override
    public List<Control> controls() {
        return List.of(
                Control.post("/guilds/:guild/members", this::join),
                Control.patch("/guilds/:guild/members/:user", this::change),
                Control.delete("/guilds/:guild/members/:user", this::leave));
    }

    private Future<Answer> join(Order order) {
        var guild = order.guild();
        var user = order.optionalText("userId")
                .map(id -> world.user(id).orElseThrow(() -> Problem.unknown("userId", id)))
                .orElseGet(() -> newUser(order));
        if (guild.bans().containsKey(user.id())) {
            throw Problem.forbidden("userId: " + user.id() + " is banned from this guild");
        }
        if (guild.member(user.id()).isPresent()) {
            throw Problem.badField("userId", "is a member already");
        }
        return Answer.created(Views.member(membership.join(guild, user)));
    }

    private User newUser(Order order) {
        var name = order.text("name");
        if (name.isBlank() || name.length() > 32) {
            throw Problem.badField("name", "must be 1 to 32 characters long");
        }
        return world.newUser(name, order.optionalText("accountCreatedAt").map(MemberControls::time));
    }

    private static Instant time(String text) {
        try {
            var time = OffsetDateTime.parse(text).toInstant();
            if (time.isBefore(DISCORD_FOUNDED) || time.isAfter(Instant.now())) {
                throw Problem.badField("accountCreatedAt", "must lie between Discord's first day and now");
            }
            return time;
        } catch (DateTimeParseException malformed) {
            throw Problem.badField("accountCreatedAt", "must be an ISO 8601 time with its offset");
        }
    }

    private Future<Answer> change(Order order) {
        var guild = order.guild();
        var member = order.member(guild);
        if (order.body().containsKey("roles")) {
            var roles = new LinkedHashSet<String>();
            for (var id : order.array("roles")) {
                if (!(id instanceof String text) || !guild.roles().containsKey(text)) {
                    throw Problem.badField("roles", "there is no role " + id);
                }
                roles.add(text);
            }
            member.roles().clear();
            member.roles().addAll(roles);
        }
        if (order.body().containsKey("acceptsDirectMessages")) {
            if (!(order.body().getValue("acceptsDirectMessages") instanceof Boolean accepts)) {
                throw Problem.badField("acceptsDirectMessages", "must be true or false");
            }
            member.acceptDirectMessages(accepts);
        }
        membership.updated(guild, member);
        return Answer.ok(Views.member(member));
    }

    private Future<Answer> leave(Order order) {
        var guild = order.guild();
        membership.leave(guild, order.member(guild));
        return Answer.noContent();
    }
}
