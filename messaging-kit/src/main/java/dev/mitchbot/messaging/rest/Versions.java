package dev.mitchbot.messaging.rest;

/** A row's version as an {@code ETag}, and the one that a change expects in {@code If-Match}. */
public final class Versions {
    private Versions() {}

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that the caller has seen.
     *
     * @throws ProblemException with 428 where the header is missing, 400 where it is none of our tags
     */
    public static long expected(String ifMatch) {
        if (ifMatch == null) {
            throw new ProblemException(Problem.of(
                    428, "If-Match is missing", "Read it first, and send its ETag as If-Match. Nothing was changed."));
        }
        if (!ifMatch.matches("\"[0-9]{1,18}\"")) {
            throw new ProblemException(Problem.invalid("If-Match", "must be the ETag of what is changed"));
        }
        return Long.parseLong(ifMatch.substring(1, ifMatch.length() - 1));
    }

    /** The answer to a change of what has changed since. */
    public static Problem stale() {
        return Problem.of(412, "Changed meanwhile", "Somebody else was faster. Read it again; nothing was changed.");
    }
}
