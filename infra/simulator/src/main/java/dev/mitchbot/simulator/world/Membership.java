package dev.mitchbot.simulator.world;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Members come, go, change and are banned here, and the bot and the viewers hear of it. */
public final class Membership {
    private final World world;
    private final Speech speech;

    public Membership(World world, Speech speech) {
        this.world = world;
        this.speech = speech;
    }

    public Member join(Guild guild, User user) {
        var member = new Member(user, Instant.now(), List.of());
        guild.members().put(user.id(), member);
        dispatch(guild, "GUILD_MEMBER_ADD", Intent.GUILD_MEMBERS, member.json());
        changed(guild, user.id());
        return member;
    }

    public void leave(Guild guild, Member member) {
        guild.members().remove(member.id());
        dispatch(
                guild,
                "GUILD_MEMBER_REMOVE",
                Intent.GUILD_MEMBERS,
                new JsonObject().put("user", member.user().json()));
        changed(guild, member.id());
    }

    public void updated(Guild guild, Member member) {
        int intent = member.id().equals(world.bot().id()) ? Intent.NONE : Intent.GUILD_MEMBERS;
        dispatch(guild, "GUILD_MEMBER_UPDATE", intent, member.json());
        changed(guild, member.id());
    }

    /** Bans a user, removes the member, and deletes what they wrote within the given time. */
    public void ban(Guild guild, User user, Optional<String> reason, Duration deleteMessages) {
        guild.bans().put(user.id(), new Ban(user, reason));
        dispatch(guild, "GUILD_BAN_ADD", Intent.GUILD_MODERATION, new JsonObject().put("user", user.json()));
        guild.member(user.id()).ifPresent(member -> leave(guild, member));
        if (deleteMessages.isPositive()) {
            var since = Instant.now().minus(deleteMessages);
            guild.channels().values().forEach(channel -> deleteBy(channel, user, since));
        }
        changed(guild, user.id());
    }

    private void deleteBy(Channel channel, User user, Instant since) {
        var messages = channel.history().newestFirst().stream()
                .takeWhile(message -> Snowflakes.timeOf(message.id()).isAfter(since))
                .filter(message -> message.author().equals(user))
                .toList();
        if (!messages.isEmpty()) {
            speech.deleteAll(channel, messages);
        }
    }

    public void unban(Guild guild, Ban ban) {
        guild.bans().remove(ban.user().id());
        dispatch(
                guild,
                "GUILD_BAN_REMOVE",
                Intent.GUILD_MODERATION,
                new JsonObject().put("user", ban.user().json()));
        changed(guild, ban.user().id());
    }

    private void dispatch(Guild guild, String type, int intent, JsonObject data) {
        world.announcer().dispatch(new Dispatch(type, guild.id(), intent, data.put("guild_id", guild.id())));
    }

    private void changed(Guild guild, String userId) {
        world.announcer().changed(Change.of("member", guild.id(), userId));
    }
}
