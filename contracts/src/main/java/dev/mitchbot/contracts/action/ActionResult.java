package dev.mitchbot.contracts.action;

import dev.mitchbot.contracts.wire.Snowflake;
import java.util.Optional;

/**
 * What Discord said to an action.
 *
 * @param actionId the id of the message that carried the action
 * @param done whether Discord did it
 * @param errorCode Discord's JSON error code where it did not, for example 50013; empty when Discord did not answer. Beside
 *     {@code done} it says that there was nothing to do, for example 10026 to lifting a ban that is none
 * @param error what went wrong, in plain words
 * @param messageId the message that was sent, where one was
 * @param previousSetting what a permission overwrite said before: ALLOW, DENY or INHERIT
 */
public record ActionResult(
        String actionId,
        @Snowflake long guildId,
        boolean done,
        Optional<Integer> errorCode,
        Optional<String> error,
        Optional<String> messageId,
        Optional<String> previousSetting) {
    public static final String TYPE = "gateway.action-result.v1";

    /** Discord's code for a ban that is none. */
    public static final int UNKNOWN_BAN = 10026;

    /** Discord did it. */
    public static ActionResult done(String actionId, long guildId) {
        return new ActionResult(
                actionId, guildId, true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Done in so far as there was nothing to do. */
    public static ActionResult needless(String actionId, long guildId, int code) {
        return new ActionResult(
                actionId, guildId, true, Optional.of(code), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Discord did not do it.
     *
     * @param errorCode Discord's own, for example 50013; empty where there was no answer
     * @param error in words that a moderator may read
     */
    public static ActionResult failed(String actionId, long guildId, Optional<Integer> errorCode, String error) {
        return new ActionResult(
                actionId, guildId, false, errorCode, Optional.of(error), Optional.empty(), Optional.empty());
    }
}
