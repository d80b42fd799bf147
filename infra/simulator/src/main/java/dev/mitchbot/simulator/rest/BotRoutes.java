package dev.mitchbot.simulator.rest;

import dev.mitchbot.simulator.SimulatorConfig;
import dev.mitchbot.simulator.gateway.IdentifyBuckets;
import dev.mitchbot.simulator.rest.ApiError.Unknown;
import dev.mitchbot.simulator.world.GuildJson;
import dev.mitchbot.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.IntSupplier;

/** The routes about the bot itself and about users. */
public final class BotRoutes {
    private static final int MILLIS_PER_DAY = 86_400_000;

    private final World world;
    private final SimulatorConfig config;
    private final IdentifyBuckets identifies;
    private final IntSupplier port;

    public BotRoutes(World world, SimulatorConfig config, IdentifyBuckets identifies, IntSupplier port) {
        this.world = world;
        this.config = config;
        this.identifies = identifies;
        this.port = port;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/gateway", call -> Reply.ok(new JsonObject().put("url", url())))
                        .withoutToken(),
                Route.get("/gateway/bot", call -> gateway()),
                Route.get("/users/@me", call -> Reply.ok(self())),
                Route.get("/users/@me/guilds", call -> guilds()),
                Route.post("/users/@me/channels", this::openDirectChannel),
                Route.get("/users/:user", this::user));
    }

    private String url() {
        return "ws://127.0.0.1:" + port.getAsInt() + "/gateway";
    }

    private Reply gateway() {
        return Reply.ok(new JsonObject()
                .put("url", url())
                .put("shards", config.sharding().recommended())
                .put(
                        "session_start_limit",
                        new JsonObject()
                                .put("total", identifies.total())
                                .put("remaining", identifies.remaining())
                                .put("reset_after", MILLIS_PER_DAY)
                                .put("max_concurrency", identifies.buckets())));
    }

    private JsonObject self() {
        return world.bot()
                .json()
                .put("mfa_enabled", true)
                .put("locale", "en-US")
                .put("verified", true)
                .put("email", null);
    }

    private Reply guilds() {
        return Reply.ok(GuildJson.list(
                world.guilds(),
                guild -> new JsonObject()
                        .put("id", guild.id())
                        .put("name", guild.name())
                        .put("icon", null)
                        .put("banner", null)
                        .put("owner", false)
                        .put("permissions", Long.toString(guild.permissions(world.botIn(guild))))
                        .put("features", new JsonArray())));
    }

    private Reply openDirectChannel(Call call) {
        var recipient = call.object().getValue("recipient_id");
        if (recipient == null) {
            throw FieldErrors.single("BASE_TYPE_REQUIRED", "This field is required", "recipient_id");
        }
        var user = world.user(recipient.toString()).orElseThrow(() -> ApiError.unknown(Unknown.USER));
        if (user.bot()) {
            throw ApiError.of(400, 50007, "Cannot send messages to this user");
        }
        return Reply.ok(world.directChannel(user).json());
    }

    private Reply user(Call call) {
        return Reply.ok(world.user(call.id("user"))
                .orElseThrow(() -> ApiError.unknown(Unknown.USER))
                .json());
    }
}
