package dev.mitchbot.gateway.guild;

import dev.mitchbot.contracts.discord.GuildSnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Role;

/** Reads a snapshot from what JDA knows of a guild; the same guild always gives the same snapshot. */
final class SnapshotReader {
    private SnapshotReader() {}

    static GuildSnapshot read(Guild guild, int maxManagers) {
        return new GuildSnapshot(
                guild.getIdLong(),
                guild.getName(),
                Optional.ofNullable(guild.getIconId()),
                guild.getOwnerIdLong(),
                guild.getMemberCount(),
                channels(guild),
                roles(guild),
                managers(guild, maxManagers),
                guild.getSelfMember().getRoles().stream()
                        .mapToInt(Role::getPositionRaw)
                        .max()
                        .orElse(0),
                Optional.of(Permission.getRaw(guild.getSelfMember().getPermissions())));
    }

    private static List<GuildSnapshot.Channel> channels(Guild guild) {
        return guild.getChannels().stream()
                .sorted(Comparator.comparingLong(ISnowflake::getIdLong))
                .map(channel -> new GuildSnapshot.Channel(
                        channel.getIdLong(),
                        channel.getName(),
                        channel.getType().getId()))
                .toList();
    }

    private static List<GuildSnapshot.Role> roles(Guild guild) {
        return guild.getRoles().stream()
                .sorted(Comparator.comparingLong(ISnowflake::getIdLong))
                .map(role -> new GuildSnapshot.Role(
                        role.getIdLong(),
                        role.getName(),
                        role.getPositionRaw(),
                        role.getPermissionsRaw(),
                        role.isManaged()))
                .toList();
    }

    private static List<String> managers(Guild guild, int maxManagers) {
        LongStream members = guild.getMemberCache().stream()
                .filter(SnapshotReader::isManager)
                .mapToLong(Member::getIdLong);
        return Stream.concat(
                        Stream.of(guild.getOwnerIdLong()),
                        members.boxed()
                                .filter(id -> id != guild.getOwnerIdLong())
                                .sorted())
                .limit(maxManagers)
                .map(Long::toUnsignedString)
                .toList();
    }

    private static boolean isManager(Member member) {
        return !member.getUser().isBot() && member.hasPermission(Permission.MANAGE_SERVER);
    }
}
