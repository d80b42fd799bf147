package dev.mitchbot.simulator.rest;

import dev.mitchbot.simulator.world.Snowflakes;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One request to the Discord face. */
public final class Call {
    private final RoutingContext context;
    private final Content content;

    Call(RoutingContext context, Buffer body) {
        this.context = context;
        this.content = new Content(context.request().getHeader("Content-Type"), body);
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

    /** What it carries. */
    public Content content() {
        return content;
    }

    public JsonObject object() {
        return content.object();
    }

    public JsonArray array() {
        return content.array();
    }
}
