package dev.mitchbot.dashboard.moderation;

import dev.mitchbot.dashboard.pages.Hidden;

/**
 * The form for a case's reason.
 *
 * @param error what is wrong with the reason, or empty
 * @param notice that it was saved, or empty
 * @param trouble why it was not, or empty
 */
public record ReasonForm(String reason, Hidden hidden, String error, String notice, String trouble) {
    /** With what the case has. */
    static ReasonForm of(Case one, String version, String notice) {
        return new ReasonForm(one.reason(), Hidden.fresh(version), "", notice, "");
    }

    static ReasonForm invalid(String reason, Hidden sent, String error) {
        return new ReasonForm(reason, sent.again(), error, "", "Nothing was saved.");
    }

    /** With what the visitor had put there, to be sent again with the case before their eyes as it is now. */
    static ReasonForm refused(String reason, String version, String trouble) {
        return new ReasonForm(reason, Hidden.fresh(version), "", "", trouble);
    }
}
