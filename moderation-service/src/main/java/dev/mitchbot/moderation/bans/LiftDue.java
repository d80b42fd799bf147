package dev.mitchbot.moderation.bans;

/** A ban's time is up, or an attempt at lifting it has brought nothing. */
public record LiftDue(long guildId, long userId, long caseNumber, int attempt) {
    public static final String TYPE = "moderation.lift-due.v1";
}
