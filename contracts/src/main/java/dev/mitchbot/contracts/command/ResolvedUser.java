package dev.mitchbot.contracts.command;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.mitchbot.contracts.wire.Snowflake;
import java.util.List;
import java.util.Optional;

/**
 * A user whom an option names, as Discord described them with the interaction.
 *
 * @param id the user's id
 * @param name the name shown in the guild, or the user's name where they are no member
 * @param bot whether it is a bot
 * @param roles ids of their roles; empty where they are not a member of the guild
 * @param permissions the permission bits in that channel, see {@link Permission}; empty where they are not a member, and
 *     from a gateway that did not tell them yet
 */
public record ResolvedUser(
        @Snowflake long id,
        String name,
        boolean bot,
        Optional<List<String>> roles,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<Long> permissions) {
    /** Without permissions. */
    public ResolvedUser(long id, String name, boolean bot, Optional<List<String>> roles) {
        this(id, name, bot, roles, Optional.empty());
    }
}
