package dev.mitchbot.simulator.control;

import dev.mitchbot.simulator.world.Guild;
import dev.mitchbot.simulator.world.Permission;
import dev.mitchbot.simulator.world.User;
import dev.mitchbot.simulator.world.World;
import io.vertx.core.json.JsonObject;

/** The users, members, roles and channels that a command's options name. */
final class Resolved {
    private final World world;
    private final Guild guild;
    private final JsonObject json = new JsonObject();

    Resolved(World world, Guild guild) {
        this.world = world;
        this.guild = guild;
    }

    boolean isEmpty() {
        return json.isEmpty();
    }

    JsonObject json() {
        return json;
    }

    /** A member of the guild, or anybody else, as Discord's client takes the id of a user who has left; false for nobody's id. */
    boolean user(String id) {
        var member = guild.member(id);
        member.ifPresent(present -> section("members")
                .put(id, present.partialJson().put("permissions", Long.toString(guild.permissions(present)))));
        var user = member.map(present -> present.user()).or(() -> world.user(id));
        user.map(User::json).ifPresent(found -> section("users").put(id, found));
        return user.isPresent();
    }

    boolean role(String id) {
        var role = guild.roles().get(id);
        if (role != null) {
            section("roles").put(id, role.json());
        }
        return role != null;
    }

    boolean channel(String id) {
        var channel = guild.channels().get(id);
        if (channel != null) {
            section("channels").put(id, channel.json().put("permissions", Long.toString(Permission.ALL)));
        }
        return channel != null;
    }

    private JsonObject section(String name) {
        if (!json.containsKey(name)) {
            json.put(name, new JsonObject());
        }
        return json.getJsonObject(name);
    }
}
