package dev.mitchbot.moderation.rest;

/**
 * Somebody in charge wants another reason for a case.
 *
 * @param seenVersion of the case that they looked at; the change is refused if there is another one by now
 */
record ReasonChange(long guildId, long actorId, long caseNumber, long seenVersion, String reason) {
    static final String TYPE = "moderation.change-reason.v1";
}
