package dev.mitchbot.moderation.cases;

import dev.mitchbot.moderation.wording.Texts;

/** What a guild's audit log says of an action. */
public final class AuditReason {
    /** As many characters as Discord takes. */
    private static final int MOST = 512;

    private AuditReason() {}

    /** The reason, cut where it is too long, with the case and who is behind it. */
    public static String of(Case one, String moderator) {
        String source = " (case #" + one.number() + ", " + moderator + ")";
        return Texts.cut(one.reason(), MOST - source.length()) + source;
    }
}
