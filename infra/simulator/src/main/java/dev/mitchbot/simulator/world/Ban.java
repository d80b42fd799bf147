package dev.mitchbot.simulator.world;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** A user who may not come back. */
public record Ban(User user, Optional<String> reason) {
    public JsonObject json() {
        return new JsonObject().put("user", user.json()).put("reason", reason.orElse(null));
    }
}
