package dev.mitchbot.contracts.command;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.mitchbot.contracts.wire.Snowflake;
import java.util.List;

/**
 * The member who acted, as Discord described them with the interaction.
 *
 * @param id the user's id
 * @param name the name shown in the guild
 * @param permissions the permission bits in that channel, see {@link Permission}
 * @param roles ids of the member's roles, as strings
 * @param locale Discord's name of the user's language, for example {@code en-GB}
 */
public record Caller(
        @Snowflake long id,
        String name,
        @JsonFormat(shape = JsonFormat.Shape.STRING) long permissions,
        List<String> roles,
        String locale) {
    public Caller {
        roles = List.copyOf(roles);
    }

    /** Whether the member holds all the permissions; an administrator holds every one. */
    public boolean has(Permission... all) {
        if (Permission.ADMINISTRATOR.in(permissions)) {
            return true;
        }
        for (Permission permission : all) {
            if (!permission.in(permissions)) {
                return false;
            }
        }
        return true;
    }
}
