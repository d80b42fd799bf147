package dev.mitchbot.contracts.command;

import dev.mitchbot.contracts.wire.Snowflake;
import dev.mitchbot.contracts.wire.Snowflakes;
import java.time.Instant;

/**
 * A Discord interaction, with all that any gateway instance needs to answer it.
 *
 * @param id Discord's id of it, made when the member acted; also the id of the message that carries it
 * @param applicationId the bot's application
 * @param token the secret that answers it, valid for 15 minutes; never logged
 * @param guildId the guild it happened in; also the record's key
 * @param channelId the channel it happened in
 */
public record Interaction(
        @Snowflake long id,
        @Snowflake long applicationId,
        String token,
        @Snowflake long guildId,
        @Snowflake long channelId) {
    /** When the member acted, by Discord's clock. */
    public Instant createdAt() {
        return Snowflakes.createdAt(id);
    }

    @Override
    public String toString() {
        return "Interaction[id=" + id + ", guildId=" + guildId + ", channelId=" + channelId + "]";
    }
}
