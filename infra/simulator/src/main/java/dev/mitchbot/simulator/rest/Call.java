package dev.mitchbot.simulator.rest;

import dev.mitchbot.simulator.world.Snowflakes;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** One request to the Discord face. */
public final class Call {
    private static final String NOT_JSON = "The request body contains invalid JSON.";

    private final RoutingContext context;
    private final Buffer body;
    private Optional<Multipart> multipart = Optional.empty();

    Call(RoutingContext context, Buffer body) {
        this.context = context;
        this.body = body;
    }

    public String param(String name) {
        return context.pathParam(name);
    }

    /** A path parameter that must be an id. */
    public String id(String name) {
        var id = param(name);
        if (!Snowflakes.isSnowflake(id)) {
            throw FieldErrors.single("NUMBER_TYPE_COERCE", "Value \"" + id + "\" is not snowflake.", name + "_id");
        }
        return id;
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(context.request().getParam(name));
    }

    public int limit(int fallback, int max) {
        var text = query("limit");
        if (text.isEmpty()) {
            return fallback;
        }
        if (!text.get().matches("\\d{1,6}") || Integer.parseInt(text.get()) < 1 || Integer.parseInt(text.get()) > max) {
            throw FieldErrors.single("NUMBER_TYPE_MAX", "int value should be between 1 and " + max + ".", "limit");
        }
        return Integer.parseInt(text.get());
    }

    /** Why the bot does it, for the audit log. */
    public Optional<String> reason() {
        return Optional.ofNullable(context.request().getHeader("X-Audit-Log-Reason"))
                .map(text -> URLDecoder.decode(text, StandardCharsets.UTF_8));
    }

    public JsonObject object() {
        var type = contentType();
        if (!type.startsWith("multipart/form-data")) {
            return json(body);
        }
        if (multipart.isEmpty()) {
            multipart = Optional.of(Multipart.of(type, body));
        }
        return multipart.get().payload();
    }

    public JsonArray array() {
        if (decoded(body) instanceof JsonArray list) {
            return list;
        }
        throw ApiError.of(400, 50109, NOT_JSON);
    }

    List<Multipart.Upload> files() {
        return multipart.map(Multipart::files).orElse(List.of());
    }

    private String contentType() {
        var type = context.request().getHeader("Content-Type");
        return type == null ? "" : type;
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
