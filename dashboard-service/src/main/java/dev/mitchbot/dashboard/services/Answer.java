package dev.mitchbot.dashboard.services;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.messaging.rest.Problem;
import dev.mitchbot.messaging.rest.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** What a service answered. */
public record Answer(int status, String etag, JsonNode body) {
    private static final Logger LOG = Logger.getLogger(Answer.class);
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(200);

    /**
     * The answer of a service; one that is away, cannot serve now or knows nothing of that name becomes the problem that
     * the visitor sees. Where the connection broke, as when an instance is replaced, it is asked once more: a change has its
     * key.
     */
    public static Uni<Answer> of(String service, Uni<Response> call) {
        return call.onFailure(Answer::isBroken)
                .retry()
                .withBackOff(BEFORE_ASKING_AGAIN)
                .atMost(1)
                .map(Answer::read)
                .onFailure()
                .transform(cause -> {
                    LOG.warnf("No answer of %s-service: %s", service, cause);
                    return away(service);
                })
                .invoke(answer -> answer.requireServed(service));
    }

    /**
     * The same of a change, without an answer where the service is away: nobody knows then what became of the change,
     * which may be sent again with the same key.
     */
    public static Uni<Optional<Answer>> ofChange(String service, Uni<Response> call) {
        return of(service, call).map(Optional::of).onFailure(Answer::isAway).recoverWithItem(Optional.empty());
    }

    /** Each invalid field with what is wrong with it. */
    public Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        body.path("errors")
                .forEach(error -> errors.put(
                        error.path("field").asText(), error.path("message").asText()));
        return errors;
    }

    private void requireServed(String service) {
        switch (status) {
            case 401, 403 ->
                throw new ProblemException(Problem.of(403, "Not allowed", "This user may not manage that guild."));
            case 404 ->
                throw new ProblemException(Problem.of(
                        404, body.path("title").asText(), body.path("detail").asText()));
            case 200, 400, 409, 412 -> {}
            default -> {
                LOG.warnf(
                        "%s-service answered %d: %s",
                        service, status, body.path("detail").asText());
                throw away(service);
            }
        }
    }

    private static ProblemException away(String service) {
        return new ProblemException(
                Problem.of(503, "Not available", service + "-service does not answer. Try again in a moment."));
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof ProblemException stopped && stopped.problem().status() == 503;
    }

    /** What the visitor is told of a change that has no answer. */
    public static String unknown(String service) {
        return service
                + "-service does not answer: nobody knows yet whether this was saved. Save again, it counts once.";
    }

    /** Not where the time is up: the visitor has waited enough. */
    private static boolean isBroken(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .noneMatch(TimeoutException.class::isInstance);
    }

    private static Answer read(Response response) {
        try {
            return new Answer(
                    response.getStatus(),
                    response.getHeaderString(HttpHeaders.ETAG),
                    Json.read(response.readEntity(byte[].class), JsonNode.class));
        } catch (IOException e) {
            throw new IllegalStateException("no JSON in an answer with status " + response.getStatus(), e);
        }
    }
}
