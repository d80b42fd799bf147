package dev.mitchbot.moderation.rest;

import dev.mitchbot.messaging.rest.Fields;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a change of a case's reason carries. */
@Schema(name = "Reason")
record ReasonBody(
        @Schema(required = true, minLength = 1, maxLength = 512, examples = "spam")
        String reason) {
    /** One line, as Unicode has them: neither the case's card nor the list of warnings has room for more. */
    private static final Pattern REASON = Pattern.compile("(?=.*[^\\p{Z}\\s])[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]{1,512}");

    static ReasonBody read(Fields fields) {
        String reason = fields.text("reason", REASON, "1 to 512 characters in one line, not only spaces");
        fields.requireValid();
        return new ReasonBody(reason.strip());
    }
}
