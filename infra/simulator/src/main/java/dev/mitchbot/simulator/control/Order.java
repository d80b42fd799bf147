package dev.mitchbot.simulator.control;

import dev.mitchbot.simulator.world.Channel;
import dev.mitchbot.simulator.world.Guild;
import dev.mitchbot.simulator.world.Member;
import dev.mitchbot.simulator.world.Message;
import dev.mitchbot.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** One request to the control face, its parts found or refused by name. */
public final class Order {
    private final RoutingContext context;
    private final World world;
    private final JsonObject body;

    Order(RoutingContext context, World world, JsonObject body) {
        this.context = context;
        this.world = world;
        this.body = body;
    }

    String param(String name) {
        return context.pathParam(name);
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(context.request().getParam(name));
    }

    int number(String name, int fallback, int min, int max) {
        var given = query(name).map(Object.class::cast).or(() -> Optional.ofNullable(body.getValue(name)));
        if (given.isEmpty()) {
            return fallback;
        }
        var text = given.get().toString();
        if (!text.matches("-?\\d{1,9}") || Integer.parseInt(text) < min || Integer.parseInt(text) > max) {
            throw Problem.badField(name, "must be a whole number between " + min + " and " + max);
        }
        return Integer.parseInt(text);
    }

    JsonObject body() {
        return body;
    }

    String text(String field) {
        return optionalText(field).orElseThrow(() -> Problem.badField(field, "is required"));
    }

    Optional<String> optionalText(String field) {
        var value = body.getValue(field);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw Problem.badField(field, "must be a string");
    }

    JsonObject object(String field) {
        var value = body.getValue(field);
        if (value == null) {
            return new JsonObject();
        }
        if (value instanceof JsonObject object) {
            return object;
        }
        throw Problem.badField(field, "must be an object");
    }

    JsonArray array(String field) {
        var value = body.getValue(field);
        if (value == null) {
            return new JsonArray();
        }
        if (value instanceof JsonArray array) {
            return array;
        }
        throw Problem.badField(field, "must be an array");
    }

    Guild guild() {
        return world.guild(param("guild")).orElseThrow(() -> Problem.unknown("guild", param("guild")));
    }

    Channel channel(Guild guild) {
        return Optional.ofNullable(guild.channels().get(param("channel")))
                .orElseThrow(() -> Problem.unknown("channel", param("channel")));
    }

    Message message(Channel channel, String id) {
        return channel.message(snowflake("message", id)).orElseThrow(() -> Problem.unknown("message", id));
    }

    static String snowflake(String field, String id) {
        if (!id.matches("\\d{1,18}|[0-8]\\d{18}")) {
            throw Problem.unknown(field, id);
        }
        return id;
    }

    /** The member named in the path. */
    Member member(Guild guild) {
        return member(guild, param("user"));
    }

    /** The member who acts, named by {@code userId} in the body or the query. */
    Member actor(Guild guild) {
        var id = query("userId").orElseGet(() -> text("userId"));
        return member(guild, id);
    }

    private static Member member(Guild guild, String id) {
        return guild.member(id).orElseThrow(() -> Problem.unknown("member", id));
    }
}
