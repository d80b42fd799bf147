package dev.mitchbot.messaging.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An error as RFC 9457 describes it; travels as {@code application/problem+json}.
 *
 * @param title what kind of error it is, the same for all of the kind
 * @param status the HTTP status
 * @param detail what is the matter this time, for a person to read
 * @param errors every invalid field, where a request was invalid
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String title, int status, String detail, List<FieldError> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    /**
     * A field, parameter or header that is invalid.
     *
     * @param field its name as the request has it
     * @param message the limit that it breaks
     */
    public record FieldError(String field, String message) {}

    /**
     * A problem that no field is to blame for.
     *
     * @param status the HTTP status, 400 to 599
     */
    public static Problem of(int status, String title, String detail) {
        return new Problem(title, status, detail, List.of());
    }

    /** A request of which these fields are invalid. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem("Invalid request", 400, "Nothing was changed. Each invalid field is listed.", errors);
    }
}
