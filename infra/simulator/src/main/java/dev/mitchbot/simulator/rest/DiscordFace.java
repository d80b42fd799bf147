package dev.mitchbot.simulator.rest;

import dev.mitchbot.simulator.SimulatorConfig;
import dev.mitchbot.simulator.faults.Fault;
import dev.mitchbot.simulator.faults.Faults;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.lang.System.Logger;
import java.time.Instant;
import java.util.List;

/** Discord's REST API: what every route has in common. */
public final class DiscordFace {
    private static final Logger LOG = System.getLogger(DiscordFace.class.getName());
    private static final String ROOT = "/api/v10";
    private static final int BODY_BYTES_MAX = 26 * 1024 * 1024;
    private static final int RECORDED_BYTES_MAX = 256 * 1024;

    private final Vertx vertx;
    private final SimulatorConfig config;
    private final Faults faults;
    private final Exchanges exchanges;
    private final RateLimits rateLimits;

    public DiscordFace(Vertx vertx, SimulatorConfig config, Faults faults, Exchanges exchanges) {
        this.vertx = vertx;
        this.config = config;
        this.faults = faults;
        this.exchanges = exchanges;
        this.rateLimits = new RateLimits(config.rateLimits());
    }

    public void mount(Router router, List<Route> routes) {
        for (var route : routes) {
            router.route(route.method(), ROOT + route.template()).handler(context -> receive(context, route));
        }
        router.route(ROOT + "/*")
                .handler(context -> write(
                        context,
                        Buffer.buffer(),
                        ApiError.of(404, 0, "404: Not Found").reply()));
    }

    private void receive(RoutingContext context, Route route) {
        var length = context.request().getHeader("Content-Length");
        if (length != null && Long.parseLong(length) > BODY_BYTES_MAX) {
            write(
                    context,
                    Buffer.buffer(),
                    ApiError.of(413, 40005, "Request entity too large").reply());
            return;
        }
        context.request().body().onSuccess(body -> withFaults(context, route, body));
    }

    private void withFaults(RoutingContext context, Route route, Buffer body) {
        var path = pathOf(context.request());
        if (faults.striking(Fault.Kind.DROP, path).isPresent()) {
            context.request().connection().close();
            return;
        }
        var latency = faults.striking(Fault.Kind.LATENCY, path);
        if (latency.isPresent() && latency.get().delayMs() > 0) {
            vertx.setTimer(latency.get().delayMs(), timer -> answer(context, route, body));
        } else {
            answer(context, route, body);
        }
    }

    private void answer(RoutingContext context, Route route, Buffer body) {
        var path = pathOf(context.request());
        if (faults.striking(Fault.Kind.ERROR, path).isPresent()) {
            write(
                    context,
                    body,
                    ApiError.of(500, 0, "500: Internal Server Error").reply());
            return;
        }
        var major = route.majorParameter();
        var verdict = rateLimits.count(route.bucket(), major.isEmpty() ? "" : context.pathParam(major), !route.open());
        verdict.describe(context.response());
        var provoked = faults.striking(Fault.Kind.RATE_LIMIT, path);
        if (provoked.isPresent()) {
            refuse(context, body, Math.max(1, provoked.get().delayMs()), "shared", false);
        } else if (verdict.limited()) {
            refuse(context, body, verdict.resetAfterMs(), verdict.global() ? "global" : "user", verdict.global());
        } else {
            handled(context, route, body).onSuccess(reply -> write(context, body, reply));
        }
    }

    private Future<Reply> handled(RoutingContext context, Route route, Buffer body) {
        try {
            if (!route.open()
                    && !("Bot " + config.token()).equals(context.request().getHeader("Authorization"))) {
                throw ApiError.unauthorized();
            }
            return route.handler().apply(new Call(context, body)).otherwise(failed -> refusal(route, failed));
        } catch (RuntimeException failed) {
            return Future.succeededFuture(refusal(route, failed));
        }
    }

    private static Reply refusal(Route route, Throwable failed) {
        return switch (failed) {
            case ApiError refused -> refused.reply();
            case ClassCastException malformed ->
                ApiError.of(400, 50035, "Invalid Form Body").reply();
            case NumberFormatException malformed ->
                ApiError.of(400, 50035, "Invalid Form Body").reply();
            default -> {
                LOG.log(Logger.Level.ERROR, route.method() + " " + route.template() + " failed", failed);
                yield ApiError.of(500, 0, "500: Internal Server Error").reply();
            }
        };
    }

    private void refuse(RoutingContext context, Buffer body, long waitMs, String scope, boolean global) {
        context.response()
                .putHeader("Retry-After", String.valueOf((waitMs + 999) / 1_000))
                .putHeader("X-RateLimit-Scope", scope)
                .putHeader("X-RateLimit-Remaining", "0");
        if (global) {
            context.response().putHeader("X-RateLimit-Global", "true");
        }
        var refusal = new JsonObject()
                .put("message", "You are being rate limited.")
                .put("code", 0)
                .put("retry_after", waitMs / 1_000.0)
                .put("global", global);
        write(context, body, new Reply(429, refusal.toBuffer()));
    }

    private void write(RoutingContext context, Buffer request, Reply reply) {
        var response = context.response();
        if (response.closed()) {
            return;
        }
        // Without Via a client takes a 429 for a ban by Discord's front.
        response.setStatusCode(reply.status()).putHeader("Via", "1.1 google");
        exchanges.add(new Exchange(
                Instant.now(),
                context.request().method().name(),
                pathOf(context.request()),
                recorded(request),
                reply.status(),
                recorded(reply.body())));
        if (reply.body().length() == 0) {
            response.end();
        } else {
            response.putHeader("Content-Type", "application/json").end(reply.body());
        }
    }

    private static String pathOf(HttpServerRequest request) {
        return request.uri().substring(ROOT.length());
    }

    private static String recorded(Buffer body) {
        boolean json = body.length() > 0 && (body.getByte(0) == '{' || body.getByte(0) == '[');
        return json && body.length() <= RECORDED_BYTES_MAX ? body.toString() : "";
    }
}
