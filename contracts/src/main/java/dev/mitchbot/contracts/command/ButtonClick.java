package dev.mitchbot.contracts.command;

import dev.mitchbot.contracts.wire.Snowflake;

/**
 * A click on a button. Its message type is {@code <service>.<feature>.click.v1}, taken from the button's id.
 *
 * @param customId the button's id, {@code <service>:<feature>:<what the feature put there>}
 * @param messageId the message that the button belongs to
 */
public record ButtonClick(
        Interaction interaction,
        Caller caller,
        String customId,
        @Snowflake long messageId) implements Command {
    /** The part of the id that belongs to the feature alone. */
    public String payload() {
        return customId.substring(customId.indexOf(':', customId.indexOf(':') + 1) + 1);
    }
}
