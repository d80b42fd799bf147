package dev.mitchbot.contracts.discord;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.mitchbot.contracts.wire.Snowflake;
import java.util.List;
import java.util.Optional;

/**
 * A guild as the gateway knows it, published on {@code gateway.guilds.v1} whenever it changes; the record's key is the
 * guild's id and a record without a body says that the bot has left it.
 *
 * @param icon Discord's hash of the icon
 * @param managers ids of members who may manage the guild (owner, administrators, Manage Server), as strings; at most
 *     1000
 * @param botRolePosition the position of the bot's highest role
 * @param botPermissions the bot's permission bits in the guild, see {@link dev.mitchbot.contracts.command.Permission};
 *     empty from a gateway that did not tell them yet
 */
public record GuildSnapshot(
        @Snowflake long id,
        String name,
        Optional<String> icon,
        @Snowflake long ownerId,
        int memberCount,
        List<Channel> channels,
        List<Role> roles,
        List<String> managers,
        int botRolePosition,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<Long> botPermissions) {
    public static final String TYPE = "gateway.guild.v1";

    public GuildSnapshot {
        channels = List.copyOf(channels);
        roles = List.copyOf(roles);
        managers = List.copyOf(managers);
    }

    /**
     * A channel.
     *
     * @param type Discord's number of the channel type, 0 for a text channel
     */
    public record Channel(@Snowflake long id, String name, int type) {}

    /**
     * A role.
     *
     * @param position higher outranks lower
     */
    public record Role(
            @Snowflake long id,
            String name,
            int position,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long permissions,
            boolean managed) {}
}
