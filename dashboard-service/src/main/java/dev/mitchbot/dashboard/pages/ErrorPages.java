package dev.mitchbot.dashboard.pages;

import dev.mitchbot.dashboard.login.Visitor;
import dev.mitchbot.messaging.rest.Problem;
import dev.mitchbot.messaging.rest.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.resteasy.reactive.server.runtime.exceptionmappers.UnauthorizedExceptionMapper;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.HibernateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Shows every error as a page, where the services' own mappers would show a problem in JSON. */
class ErrorPages {
    private static final Logger LOG = Logger.getLogger(ErrorPages.class);
    private static final int BEFORE_THE_KITS_OWN = 1;
    private static final Frame BARE = new Frame("", "", Optional.empty(), "");

    private final Visitor visitor;
    private final Frames frames;

    ErrorPages(Visitor visitor, Frames frames) {
        this.visitor = visitor;
        this.frames = frames;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance error(Frame frame, Problem problem, String onward);
    }

    @ServerExceptionMapper(priority = BEFORE_THE_KITS_OWN)
    Response problem(ProblemException stopped) {
        return page(stopped.problem());
    }

    /** Leads to the log-in, as Quarkus does where nobody maps these: the session is over or was never begun. */
    @ServerExceptionMapper(
            value = {AuthenticationFailedException.class, UnauthorizedException.class},
            priority = BEFORE_THE_KITS_OWN)
    Uni<Response> signedOut(RoutingContext request) {
        return new UnauthorizedExceptionMapper().handle(request);
    }

    /** A log-in was broken off, or what came back of it was not good. */
    @ServerExceptionMapper(value = AuthenticationCompletionException.class, priority = BEFORE_THE_KITS_OWN)
    Response notSignedIn() {
        return Frames.page(
                401,
                withoutVisitor(
                        Problem.of(401, "Not signed in", "The log-in did not come to its end. Try it once more.")));
    }

    /** The page of one of whom it is not known who they are; all that it leads to is the log-in. */
    static TemplateInstance withoutVisitor(Problem problem) {
        return Templates.error(BARE, problem, "Try again");
    }

    @ServerExceptionMapper(value = ForbiddenException.class, priority = BEFORE_THE_KITS_OWN)
    Response forbidden() {
        return page(Problem.of(403, "Not allowed", "This user may not do that."));
    }

    @ServerExceptionMapper(
            value = {TimeoutException.class, HibernateException.class, VertxException.class, IOException.class},
            priority = BEFORE_THE_KITS_OWN)
    Response away(Exception failure) {
        LOG.warnf("A page failed for want of the database: %s", failure);
        return page(Problem.of(503, "Not available", "Something does not answer. Try again in a moment."));
    }

    @ServerExceptionMapper(priority = BEFORE_THE_KITS_OWN)
    Response refused(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        Response.StatusType known = Response.Status.fromStatusCode(status);
        return page(Problem.of(
                status,
                known == null ? "Refused" : known.getReasonPhrase(),
                status == 404 ? "There is nothing at this address." : "The request cannot be served like this."));
    }

    @ServerExceptionMapper(priority = BEFORE_THE_KITS_OWN)
    Response unexpected(RuntimeException failure) {
        String reference = UUID.randomUUID().toString();
        LOG.errorf(failure, "A page failed, reference %s", reference);
        return page(Problem.of(
                500,
                "Internal error",
                "It is not your fault. Tell whoever runs Mitchbot this reference: " + reference));
    }

    private Response page(Problem problem) {
        Frame frame = visitor.isSignedIn() ? frames.outside() : BARE;
        return Frames.page(problem.status(), Templates.error(frame, problem, "To your guilds"));
    }
}
