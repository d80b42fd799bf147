package dev.mitchbot.messaging.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.contracts.wire.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;

/**
 * What a write was answered. It is kept with the write's id, so that a repetition of the request is answered the same,
 * a refusal included.
 *
 * @param status the HTTP status
 * @param version of what was written, for its {@code ETag}
 * @param body what was written, or a {@link Problem}
 */
public record Written(int status, Optional<Long> version, JsonNode body) {
    /** 200 with what was written, and its version as the {@code ETag}. */
    public static Written ok(long version, Object body) {
        return new Written(200, Optional.of(version), Json.tree(body));
    }

    /** The problem with its own status, without a version. */
    public static Written refused(Problem problem) {
        return new Written(problem.status(), Optional.empty(), Json.tree(problem));
    }

    static Response response(byte[] kept) {
        try {
            Written written = Json.read(kept, Written.class);
            var response = Response.status(written.status)
                    .type(written.status < 400 ? MediaType.APPLICATION_JSON : Problem.MEDIA_TYPE)
                    .entity(written.body);
            written.version.ifPresent(version -> response.header(HttpHeaders.ETAG, Versions.etag(version)));
            return response.build();
        } catch (IOException e) {
            throw new IllegalStateException("The inbox holds what this version cannot read", e);
        }
    }
}
