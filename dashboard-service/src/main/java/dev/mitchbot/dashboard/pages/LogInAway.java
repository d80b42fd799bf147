package dev.mitchbot.dashboard.pages;

import dev.mitchbot.messaging.rest.Problem;
import io.quarkus.oidc.OIDCException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Says plainly that Keycloak has not answered since the start: it is asked before a request comes to what maps its errors. */
@Singleton
class LogInAway {
    private static final Logger LOG = Logger.getLogger(LogInAway.class);
    private static final Problem AWAY =
            Problem.of(503, "Not available", "The log-in does not answer. Try again in a moment.");

    void watch(@Observes Router router) {
        router.route().failureHandler(LogInAway::show);
    }

    private static void show(RoutingContext request) {
        if (!(request.failure() instanceof OIDCException failure)) {
            request.next();
            return;
        }
        LOG.warnf("A page failed for want of Keycloak: %s", failure);
        request.response()
                .setStatusCode(AWAY.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Frames.HTML.toString())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(ErrorPages.withoutVisitor(AWAY).render());
    }
}
