package dev.mitchbot.contracts.discord;

import dev.mitchbot.contracts.wire.Snowflake;
import java.time.Instant;

/**
 * What a member is called, published on {@code gateway.members.v1} when the gateway sees a name that it has not
 * published yet; the record's key is {@link #key()}.
 *
 * @param name the name shown in the guild, or the user's name where they are no member
 * @param bot whether it is a bot
 * @param seenAt when the name was seen: of two snapshots of a member the later one counts
 */
public record MemberSnapshot(
        @Snowflake long guildId, @Snowflake long userId, String name, boolean bot, Instant seenAt) {
    public static final String TYPE = "gateway.member.v1";

    /** What it describes: {@code guildId:userId}. */
    public String key() {
        return Long.toUnsignedString(guildId) + ":" + Long.toUnsignedString(userId);
    }
}
