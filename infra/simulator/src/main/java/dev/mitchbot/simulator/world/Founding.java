package dev.mitchbot.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Founds guilds: the one that is there at start, always with the same ids, and those that are asked for later. */
public final class Founding {
    private static final Instant FIRST_DAY = Instant.parse("2024-01-01T00:00:00Z");
    private static final Duration GENERATED_MEMBERSHIP = Duration.ofDays(200);
    private static final List<String> CHANNELS = List.of("general", "casino", "mod-log");

    private final World world;

    public Founding(World world) {
        this.world = world;
    }

    public Guild first() {
        var accounts = FIRST_DAY.minus(Duration.ofDays(700));
        var alice = world.newUser("alice", Optional.of(accounts));
        var guild = found(world.snowflakes().at(FIRST_DAY), "Mitchbot's Test Server", alice.id(), FIRST_DAY);
        join(guild, alice, FIRST_DAY, "Admin");
        join(guild, world.newUser("bob", Optional.of(accounts)), FIRST_DAY, "Moderator");
        for (var name : List.of("carol", "dave", "erin")) {
            join(guild, world.newUser(name, Optional.of(accounts)), FIRST_DAY, "Member");
        }
        return guild;
    }

    /** A guild of generated members, of whom the first owns it. */
    public Guild another(String name, int members) {
        var now = Instant.now();
        var joined = now.minus(GENERATED_MEMBERSHIP);
        var owner = world.newUser("owner-of-" + name, Optional.empty());
        var guild = found(world.snowflakes().next(), name, owner.id(), now);
        for (int index = 0; index < members; index++) {
            var user = index == 0 ? owner : world.newUser("member-" + (index + 1), Optional.empty());
            join(guild, user, joined, index == 0 ? "Admin" : "Member");
        }
        world.announcer()
                .dispatch(new Dispatch(
                        "GUILD_CREATE",
                        guild.id(),
                        Intent.GUILDS,
                        GuildJson.announced(guild, List.of(world.botIn(guild)), 50)));
        world.announcer().changed(Change.of("guild", guild.id(), guild.id()));
        return guild;
    }

    private Guild found(String id, String name, String ownerId, Instant at) {
        var guild = new Guild(id, name, ownerId);
        guild.roles().put(id, new Role(id, "@everyone", Permission.EVERYONE, 0, 0, false, false, false));
        addRole(guild, at, "Member", 0, 1, false);
        addRole(guild, at, "Moderator", Permission.MODERATOR, 2, false);
        var botRole = addRole(guild, at, "Mitchbot", Permission.BOT, 3, true);
        addRole(guild, at, "Admin", Permission.ADMINISTRATOR, 4, false);
        for (var channel : CHANNELS) {
            world.openChannel(guild, world.snowflakes().at(at), channel);
        }
        guild.members().put(world.bot().id(), new Member(world.bot(), at, List.of(botRole.id())));
        world.keep(guild);
        return guild;
    }

    private Role addRole(Guild guild, Instant at, String name, long permissions, int position, boolean managed) {
        var role = new Role(world.snowflakes().at(at), name, permissions, position, 0, position > 1, false, managed);
        guild.roles().put(role.id(), role);
        return role;
    }

    private static void join(Guild guild, User user, Instant at, String roleName) {
        var role = guild.roles().values().stream()
                .filter(candidate -> candidate.name().equals(roleName))
                .findFirst()
                .orElseThrow();
        guild.members().put(user.id(), new Member(user, at, List.of(role.id())));
    }
}
