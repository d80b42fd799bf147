package dev.mitchbot.simulator.rest;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * One request to the Discord face and what it was answered.
 *
 * @param path below the API's version, query included
 * @param request the request's JSON, empty when there was none
 * @param response the answer's JSON, empty when there was none
 */
public record Exchange(Instant at, String method, String path, String request, int status, String response) {
    public JsonObject json() {
        return new JsonObject()
                .put("at", at.toString())
                .put("method", method)
                .put("path", path)
                .put("request", request)
                .put("status", status)
                .put("response", response);
    }
}
