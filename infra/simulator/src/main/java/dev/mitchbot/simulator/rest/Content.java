package dev.mitchbot.simulator.rest;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** A body that a bot sent: JSON, or JSON with files beside it. */
public final class Content {
    private static final String NOT_JSON = "The request body contains invalid JSON.";

    private final String type;
    private final Buffer body;
    private Optional<Multipart> multipart = Optional.empty();

    /** Takes the body with its content type, which is null when none was named. */
    public Content(String type, Buffer body) {
        this.type = type == null ? "" : type;
        this.body = body;
    }

    public JsonObject object() {
        if (!type.startsWith("multipart/form-data")) {
            return json(body);
        }
        if (multipart.isEmpty()) {
            multipart = Optional.of(Multipart.of(type, body));
        }
        return multipart.get().payload();
    }

    JsonArray array() {
        if (decoded(body) instanceof JsonArray list) {
            return list;
        }
        throw ApiError.of(400, 50109, NOT_JSON);
    }

    List<Multipart.Upload> files() {
        return multipart.map(Multipart::files).orElse(List.of());
    }

    static JsonObject json(Buffer text) {
        if (text.length() == 0) {
            return new JsonObject();
        }
        if (decoded(text) instanceof JsonObject object) {
            return object;
        }
        throw ApiError.of(400, 50109, NOT_JSON);
    }

    private static Object decoded(Buffer text) {
        try {
            return Json.decodeValue(text);
        } catch (DecodeException malformed) {
            throw ApiError.of(400, 50109, NOT_JSON);
        }
    }
}
