package dev.mitchbot.simulator.control;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Why the control face refuses: a problem document that names the field. */
final class Problem extends RuntimeException {
    private final int status;
    private final String title;
    private final Optional<String> field;

    private Problem(int status, String title, String detail, Optional<String> field) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.field = field;
    }

    static Problem badField(String field, String detail) {
        return new Problem(400, "Bad request", field + ": " + detail, Optional.of(field));
    }

    static Problem badBody(String detail) {
        return new Problem(400, "Bad request", detail, Optional.empty());
    }

    static Problem unknown(String field, String id) {
        return new Problem(404, "Not found", field + ": there is no " + field + " " + id, Optional.of(field));
    }

    static Problem forbidden(String detail) {
        return new Problem(403, "Forbidden", detail, Optional.empty());
    }

    static Problem tooSoon(String detail) {
        return new Problem(429, "Too many requests", detail, Optional.empty());
    }

    static Problem tooMany(String detail) {
        return new Problem(503, "Service unavailable", detail, Optional.empty());
    }

    static Problem unexpected() {
        return new Problem(500, "Internal error", "The simulator failed at this; its log says why.", Optional.empty());
    }

    void tell(HttpServerResponse response) {
        if (!response.closed()) {
            response.setStatusCode(status)
                    .putHeader("Content-Type", "application/problem+json")
                    .end(body());
        }
    }

    private Buffer body() {
        var body = new JsonObject()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", getMessage());
        field.ifPresent(name -> body.put("field", name));
        return body.toBuffer();
    }
}
