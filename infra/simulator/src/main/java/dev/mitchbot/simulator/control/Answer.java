package dev.mitchbot.simulator.control;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A status and a body of the control face. */
public record Answer(int status, Buffer body) {
    static Future<Answer> ok(JsonObject body) {
        return Future.succeededFuture(new Answer(200, body.toBuffer()));
    }

    static Future<Answer> ok(JsonArray body) {
        return Future.succeededFuture(new Answer(200, body.toBuffer()));
    }

    static Future<Answer> created(JsonObject body) {
        return Future.succeededFuture(new Answer(201, body.toBuffer()));
    }

    static Future<Answer> noContent() {
        return Future.succeededFuture(new Answer(204, Buffer.buffer()));
    }
}
