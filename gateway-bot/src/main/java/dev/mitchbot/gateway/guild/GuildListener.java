package dev.mitchbot.gateway.guild;

import jakarta.enterprise.context.ApplicationScoped;
import net.dv8tion.jda.api.events.channel.GenericChannelEvent;
import net.dv8tion.jda.api.events.guild.GenericGuildEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.role.GenericRoleEvent;
import net.dv8tion.jda.api.events.role.update.RoleUpdatePermissionsEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.GatewayIntent;
import org.jboss.logging.Logger;

/** Notices what changes the picture of a guild. */
@ApplicationScoped
public class GuildListener extends ListenerAdapter {
    private static final Logger LOG = Logger.getLogger(GuildListener.class);

    private final GuildSnapshots snapshots;

    GuildListener(GuildSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    public void close() {
        snapshots.close();
    }

    @Override
    public void onGenericGuild(GenericGuildEvent event) {
        snapshots.touch(event.getJDA(), event.getGuild().getIdLong());
    }

    @Override
    public void onGuildLeave(GuildLeaveEvent event) {
        snapshots.left(event.getGuild().getIdLong());
    }

    @Override
    public void onGenericRole(GenericRoleEvent event) {
        snapshots.touch(event.getJDA(), event.getGuild().getIdLong());
    }

    @Override
    public void onGenericChannel(GenericChannelEvent event) {
        if (event.isFromGuild()) {
            snapshots.touch(event.getJDA(), event.getGuild().getIdLong());
        }
    }

    /** Members whom the role makes managers are not in the cache yet: all are looked at once, where Discord shows them. */
    @Override
    public void onRoleUpdatePermissions(RoleUpdatePermissionsEvent event) {
        if (!event.getJDA().getGatewayIntents().contains(GatewayIntent.GUILD_MEMBERS)) {
            return;
        }
        event.getGuild()
                .findMembers(member -> member.getRoles().contains(event.getRole()))
                .onSuccess(members ->
                        snapshots.touch(event.getJDA(), event.getGuild().getIdLong()))
                .onError(error -> LOG.warnf("Members not looked through: %s", error.getMessage()));
    }
}
