package dev.mitchbot.simulator.control;

import dev.mitchbot.simulator.world.World;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.lang.System.Logger;
import java.util.List;

/** The face by which a person or a test is the members of a guild: what every call has in common. */
public final class ControlFace {
    private static final Logger LOG = System.getLogger(ControlFace.class.getName());
    private static final String ROOT = "/sim/v1";

    private final World world;

    public ControlFace(World world) {
        this.world = world;
    }

    public void mount(Router router, List<Controls> parts) {
        for (var part : parts) {
            for (var control : part.controls()) {
                router.route(control.method(), ROOT + control.template())
                        .handler(context -> context.request().body().onSuccess(body -> answer(context, control, body)));
            }
        }
        router.route(ROOT + "/*")
                .handler(context ->
                        Problem.unknown("route", context.request().path()).tell(context.response()));
    }

    private void answer(RoutingContext context, Control control, Buffer body) {
        try {
            control.handler()
                    .apply(new Order(context, world, decoded(body)))
                    .onSuccess(answer -> write(context, answer))
                    .onFailure(unexpected -> fail(context, control, unexpected));
        } catch (Problem problem) {
            problem.tell(context.response());
        } catch (ClassCastException malformed) {
            Problem.badBody("a field has the wrong type").tell(context.response());
        } catch (RuntimeException unexpected) {
            fail(context, control, unexpected);
        }
    }

    private static void fail(RoutingContext context, Control control, Throwable unexpected) {
        LOG.log(Logger.Level.ERROR, control.method() + " " + control.template() + " failed", unexpected);
        Problem.unexpected().tell(context.response());
    }

    private static JsonObject decoded(Buffer body) {
        if (body.length() == 0) {
            return new JsonObject();
        }
        try {
            if (Json.decodeValue(body) instanceof JsonObject object) {
                return object;
            }
        } catch (DecodeException malformed) {
            throw Problem.badBody("the body is not JSON: " + malformed.getMessage());
        }
        throw Problem.badBody("the body must be a JSON object");
    }

    private static void write(RoutingContext context, Answer answer) {
        var response = context.response();
        if (response.closed()) {
            return;
        }
        response.setStatusCode(answer.status());
        if (answer.body().length() == 0) {
            response.end();
        } else {
            response.putHeader("Content-Type", "application/json").end(answer.body());
        }
    }
}
