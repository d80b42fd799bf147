package dev.mitchbot.simulator.rest;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A status and a JSON body, which may be empty. */
public record Reply(int status, Buffer body) {
    public static final Reply NO_CONTENT = new Reply(204, Buffer.buffer());

    public static Reply ok(JsonObject body) {
        return new Reply(200, body.toBuffer());
    }

    public static Reply ok(JsonArray body) {
        return new Reply(200, body.toBuffer());
    }

    public static Reply created(JsonObject body) {
        return new Reply(201, body.toBuffer());
    }
}
