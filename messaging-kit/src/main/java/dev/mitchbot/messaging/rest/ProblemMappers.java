package dev.mitchbot.messaging.rest;

import dev.mitchbot.messaging.ReusedIdException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import org.hibernate.HibernateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every error of a REST request with a problem. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String RETRY_SECONDS = "2";

    @ServerExceptionMapper
    Response problem(ProblemException stopped) {
        return response(stopped.problem()).build();
    }

    @ServerExceptionMapper
    Response reused(ReusedIdException reused) {
        return response(Problem.of(
                        409,
                        "Idempotency-Key reused",
                        "This key came before with another request. Nothing was changed."))
                .build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(RuntimeException refused) {
        return response(Problem.of(401, "Not signed in", "A valid bearer token is needed."))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException refused) {
        return response(Problem.of(403, "Not allowed", "This user may not do that."))
                .build();
    }

    @ServerExceptionMapper({TimeoutException.class, HibernateException.class, VertxException.class, IOException.class})
    Response away(Exception failure) {
        LOG.warnf("A request failed for want of the database or the broker: %s", failure);
        return response(Problem.of(503, "Not available", "Something does not answer. Try again with the same key."))
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException refused) {
        Response response = refused.getResponse();
        int status = response.getStatus();
        Response.StatusType known = Response.Status.fromStatusCode(status);
        return response(Problem.of(
                        status,
                        known == null ? "Refused" : known.getReasonPhrase(),
                        status == 404
                                ? "There is nothing at this address."
                                : "The request cannot be served like this."))
                .build();
    }

    @ServerExceptionMapper
    Response unexpected(RuntimeException failure) {
        String reference = UUID.randomUUID().toString();
        LOG.errorf(failure, "A request failed, reference %s", reference);
        return response(Problem.of(500, "Internal error", "The log has it under the reference " + reference + "."))
                .build();
    }

    private static Response.ResponseBuilder response(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }
}
