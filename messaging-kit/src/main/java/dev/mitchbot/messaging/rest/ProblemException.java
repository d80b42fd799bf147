package dev.mitchbot.messaging.rest;

/** Stops a request and answers it with a problem. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** @param problem what the request is answered with */
    public ProblemException(Problem problem) {
        super(problem.status() + " " + problem.title() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** What the request is answered with. */
    public Problem problem() {
        return problem;
    }
}
