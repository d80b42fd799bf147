package dev.mitchbot.moderation.wording;

import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.command.Permission;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.Embed;
import dev.mitchbot.contracts.reply.MessageBody;

/** Why a moderator did not get what they asked for. The name is the stable code below the text; only the caller sees it. */
public enum Refusal {
    MISSING_PERMISSION,
    BOT_LACKS_PERMISSION,
    SELF_TARGET,
    BOT_TARGET,
    OWNER_TARGET,
    ADMINISTRATOR_TARGET,
    ROLE_TOO_HIGH,
    BOT_ROLE_TOO_LOW,
    TARGET_NOT_MEMBER,
    /** Nobody of that id is banned. */
    TARGET_NOT_FOUND,
    GUILD_UNKNOWN,
    INVALID_NUMBER,
    INVALID_ID,
    INVALID_REASON,
    CASE_NOT_FOUND,
    NOTHING_TO_SHOW,
    /** Discord's own refusal. */
    REFUSED_BY_DISCORD,
    /** Discord gave no answer within the time that there is for one. */
    UNANSWERED;

    public static Answer missingPermission(Interaction interaction, Permission permission) {
        return MISSING_PERMISSION.answer(interaction, "That takes " + name(permission) + ". Nobody gave you that.");
    }

    public static Answer botLacksPermission(Interaction interaction, Permission permission) {
        return BOT_LACKS_PERMISSION.answer(
                interaction, "That takes " + name(permission) + ". Nobody gave me that. Give it and ask again.");
    }

    private static String name(Permission permission) {
        return switch (permission) {
            case BAN_MEMBERS -> "Ban Members";
            case MODERATE_MEMBERS -> "Timeout Members";
            default -> permission.name();
        };
    }

    public static Answer selfTarget(Interaction interaction) {
        return SELF_TARGET.answer(interaction, "You can leave on your own. No paperwork needed.");
    }

    public static Answer botTarget(Interaction interaction) {
        return BOT_TARGET.answer(interaction, "Me. Bold. No.");
    }

    public static Answer ownerTarget(Interaction interaction) {
        return OWNER_TARGET.answer(interaction, "That one owns the place. The rules point the other way.");
    }

    public static Answer administratorTarget(Interaction interaction) {
        return ADMINISTRATOR_TARGET.answer(interaction, "An administrator. Discord lets nobody silence those.");
    }

    public static Answer roleTooHigh(Interaction interaction) {
        return ROLE_TOO_HIGH.answer(interaction, "Their highest role is not below yours. Take it up with management.");
    }

    public static Answer botRoleTooLow(Interaction interaction) {
        return BOT_ROLE_TOO_LOW.answer(
                interaction, "Their highest role is not below mine. Move mine up and I will reconsider.");
    }

    public static Answer targetNotMember(Interaction interaction) {
        return TARGET_NOT_MEMBER.answer(interaction, "They are not here. The problem solved itself.");
    }

    public static Answer guildUnknown(Interaction interaction) {
        return GUILD_UNKNOWN.answer(
                interaction, "I have not been told yet who is who in this server. Try again in a minute.");
    }

    public static Answer invalidNumber(Interaction interaction, String option, long smallest, long largest) {
        return INVALID_NUMBER.answer(
                interaction, "%s is a whole number from %d to %d.".formatted(option, smallest, largest));
    }

    public static Answer invalidId(Interaction interaction) {
        return INVALID_ID.answer(interaction, "A user's id has 17 to 20 digits. That is something else.");
    }

    public static Answer reasonTooLong(Interaction interaction, int longest) {
        return INVALID_REASON.answer(
                interaction, "A reason has 1 to " + longest + " characters. Memoirs go elsewhere.");
    }

    public static Answer caseNotFound(Interaction interaction, long number) {
        return CASE_NOT_FOUND.answer(interaction, "There is no case #" + number + ". Somebody behaved.");
    }

    public static Answer nothingToShow(Interaction interaction) {
        return NOTHING_TO_SHOW.answer(interaction, "No warnings. Suspicious.");
    }

    /** @param text names the case and what Discord said */
    public static Answer refusedByDiscord(Interaction interaction, String text) {
        return REFUSED_BY_DISCORD.answer(interaction, text);
    }

    /** @param text names the case */
    public static Answer targetNotFound(Interaction interaction, String text) {
        return TARGET_NOT_FOUND.answer(interaction, text);
    }

    /** @param text names the case */
    public static Answer unanswered(Interaction interaction, String text) {
        return UNANSWERED.answer(interaction, text);
    }

    private Answer answer(Interaction interaction, String text) {
        return new Answer(
                interaction, true, MessageBody.of(Embed.of(Colors.FAILURE, text).withFooter(name())));
    }
}
