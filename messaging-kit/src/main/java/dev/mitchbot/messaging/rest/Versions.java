package dev.mitchbot.messaging.rest;

import java.util.Optional;

/** A row's version as an {@code ETag}, and the one that a change expects in {@code If-Match}. */
public final class Versions {
    private Versions() {}

    /** The strong tag of a version: {@code "7"}, with the quotes. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that the caller has seen; nothing where the header is none of our tags.
     *
     * @throws ProblemException with 428 where the header is missing
     */
    static Optional<Long> expected(String ifMatch) {
        if (ifMatch == null) {
            throw new ProblemException(Problem.of(
                    428, "If-Match is missing", "Read it first, and send its ETag as If-Match. Nothing was changed."));
        }
        return Optional.of(ifMatch)
                .filter(tag -> tag.matches("\"[0-9]{1,18}\""))
                .map(tag -> Long.parseLong(tag.substring(1, tag.length() - 1)));
    }

    /** The answer to a change of what has changed since. */
    public static Problem stale() {
        return Problem.of(412, "Changed meanwhile", "Somebody else was faster. Read it again; nothing was changed.");
    }
}
