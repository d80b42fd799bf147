package dev.mitchbot.moderation.cases;

/** What a guild's audit log says of an action. */
public final class AuditReason {
    /** As many characters as Discord takes. */
    private static final int MOST = 512;

    private AuditReason() {}

    /** The reason, cut where it is too long, with the case and who is behind it. */
    public static String of(Case one, String moderator) {
        String source = " (case #" + one.number() + ", " + moderator + ")";
        return cut(one.reason(), MOST - source.length()) + source;
    }

    private static String cut(String reason, int most) {
        if (reason.length() <= most) {
            return reason;
        }
        int end = Character.isHighSurrogate(reason.charAt(most - 2)) ? most - 2 : most - 1;
        return reason.substring(0, end) + "…";
    }
}
