package dev.mitchbot.messaging.rest;

import dev.mitchbot.messaging.rest.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request to change something. Whoever reads its fields to the end learns of invalid headers as well.
 *
 * @param seenVersion the version that the change is made to
 * @param key tells a repeated request from another one
 * @param fields the request's body
 */
public record Change(long seenVersion, String key, Fields fields) {
    private static final String KEY = "[\\x21-\\x7e]{1,100}";

    /**
     * A change with its headers and its body as they came.
     *
     * @param key 1 to 100 visible ASCII characters
     * @throws ProblemException with 428 where {@code If-Match} is missing, 400 where the body is no JSON object
     */
    public static Change of(String ifMatch, String key, String body) {
        Optional<Long> seen = Versions.expected(ifMatch);
        List<FieldError> errors = new ArrayList<>();
        if (seen.isEmpty()) {
            errors.add(new FieldError("If-Match", "must be the ETag of what is changed"));
        }
        if (key == null || !key.matches(KEY)) {
            errors.add(new FieldError(
                    "Idempotency-Key", "must be 1 to 100 visible ASCII characters, new for each change"));
        }
        return new Change(seen.orElse(0L), key, Fields.of(body, errors));
    }
}
