package dev.mitchbot.moderation.cases;

/** What a guild's audit log says of an action; Discord takes 512 characters. */
public final class AuditReason {
    private AuditReason() {}

    public static String of(Case one, String moderator) {
        return one.reason() + " (case #" + one.number() + ", " + moderator + ")";
    }
}
