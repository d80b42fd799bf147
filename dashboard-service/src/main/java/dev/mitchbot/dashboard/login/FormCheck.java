package dev.mitchbot.dashboard.login;

import dev.mitchbot.messaging.rest.Problem;
import dev.mitchbot.messaging.rest.ProblemException;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Lets no change through that was not sent from a page of the visitor's own session. */
class FormCheck {
    /** The hidden field of every form. */
    static final String FIELD = "token";

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final Visitor visitor;
    private final FormTokens tokens;

    FormCheck(Visitor visitor, FormTokens tokens) {
        this.visitor = visitor;
        this.tokens = tokens;
    }

    @WithFormRead
    @ServerRequestFilter
    void check(ResteasyReactiveContainerRequestContext request) {
        if (HARMLESS.contains(request.getMethod())) {
            return;
        }
        var form = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        if (!(form.getFormParameter(FIELD, true, false) instanceof String given) || !tokens.fits(visitor, given)) {
            throw new ProblemException(Problem.of(
                    403,
                    "Not from this page",
                    "The form was not sent from a page of this session. Nothing was changed."));
        }
    }
}
