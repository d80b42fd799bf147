package dev.mitchbot.moderation.outcome;

/** A moderator has waited long for Discord's answer. */
public record NoticeDue(long guildId, long caseNumber) {
    public static final String TYPE = "moderation.notice-due.v1";
}
