package dev.mitchbot.simulator.rest;

import dev.mitchbot.simulator.rest.ApiError.Unknown;
import dev.mitchbot.simulator.world.Channel;
import dev.mitchbot.simulator.world.Guild;
import dev.mitchbot.simulator.world.Member;
import dev.mitchbot.simulator.world.Message;
import dev.mitchbot.simulator.world.Permission;
import dev.mitchbot.simulator.world.Role;
import dev.mitchbot.simulator.world.User;
import dev.mitchbot.simulator.world.World;

/** Finds what a path names and checks what the bot may do there. */
public final class Lookup {
    private final World world;

    public Lookup(World world) {
        this.world = world;
    }

    World world() {
        return world;
    }

    Guild guild(Call call) {
        return world.guild(call.id("guild")).orElseThrow(() -> ApiError.unknown(Unknown.GUILD));
    }

    Channel channel(Call call) {
        return world.channel(call.id("channel")).orElseThrow(() -> ApiError.unknown(Unknown.CHANNEL));
    }

    Message message(Call call) {
        var channel = channel(call);
        allow(channel, Permission.VIEW_CHANNEL);
        return channel.message(call.id("message"))
                .filter(message -> !message.isEphemeral())
                .orElseThrow(() -> ApiError.unknown(Unknown.MESSAGE));
    }

    User user(Call call) {
        return world.user(call.id("user")).orElseThrow(() -> ApiError.unknown(Unknown.USER));
    }

    Member member(Guild guild, Call call) {
        return guild.member(call.id("user")).orElseThrow(() -> ApiError.unknown(Unknown.MEMBER));
    }

    Role role(Guild guild, Call call) {
        var role = guild.roles().get(call.id("role"));
        if (role == null) {
            throw ApiError.unknown(Unknown.ROLE);
        }
        return role;
    }

    /** Refuses unless the bot has all these permissions in the guild. */
    void allow(Guild guild, long needed) {
        if ((guild.permissions(world.botIn(guild)) & needed) != needed) {
            throw ApiError.missingPermissions();
        }
    }

    /** Refuses unless the bot sees the channel and has all these permissions there. */
    void allow(Channel channel, long needed) {
        channel.guild().ifPresent(guild -> {
            long granted = guild.permissions(world.botIn(guild), channel);
            if ((granted & Permission.VIEW_CHANNEL) == 0) {
                throw ApiError.missingAccess();
            }
            if ((granted & needed) != needed) {
                throw ApiError.missingPermissions();
            }
        });
    }

    /** Refuses unless the bot stands above the member in the role hierarchy. */
    void allowOn(Guild guild, Member target) {
        if (!guild.isAbove(world.botIn(guild), target)) {
            throw ApiError.missingPermissions();
        }
    }

    /** Refuses unless the bot stands above the role. */
    void allowOn(Guild guild, Role role) {
        if (role.managed() || role.position() >= guild.topPosition(world.botIn(guild))) {
            throw ApiError.missingPermissions();
        }
    }
}
