package dev.mitchbot.simulator.gateway;

import dev.mitchbot.simulator.world.GuildJson;
import dev.mitchbot.simulator.world.Intent;
import dev.mitchbot.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What a new session hears first: READY, then each of its guilds. */
final class Greeting {
    private final World world;

    Greeting(World world) {
        this.world = world;
    }

    void greet(Session session, String resumeUrl) {
        var guilds = world.guilds().stream()
                .filter(guild -> session.serves(guild.id()))
                .toList();
        session.dispatch(
                "READY",
                new JsonObject()
                        .put("v", 10)
                        .put(
                                "user",
                                world.bot()
                                        .json()
                                        .put("verified", true)
                                        .put("mfa_enabled", true)
                                        .put("email", null))
                        .put(
                                "guilds",
                                GuildJson.list(
                                        guilds,
                                        guild -> new JsonObject()
                                                .put("id", guild.id())
                                                .put("unavailable", true)))
                        .put("session_id", session.id())
                        .put("resume_gateway_url", resumeUrl)
                        .put("shard", new JsonArray().add(session.shard()).add(session.shards()))
                        .put(
                                "application",
                                new JsonObject().put("id", world.bot().id()).put("flags", 0))
                        .put("private_channels", new JsonArray())
                        .put("session_type", "normal")
                        .encode());
        if (!session.wants(Intent.GUILDS)) {
            return;
        }
        for (var guild : guilds) {
            var announced = GuildJson.announced(guild, List.of(world.botIn(guild)), session.largeThreshold());
            session.dispatch("GUILD_CREATE", announced.encode());
        }
    }
}
