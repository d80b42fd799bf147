package dev.mitchbot.simulator.rest;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.function.Function;

/**
 * One route of the Discord face.
 *
 * @param template the path below the API's version
 * @param open whether it needs no bot token and escapes the global limit, as interaction routes do
 */
public record Route(HttpMethod method, String template, boolean open, Function<Call, Future<Reply>> handler) {
    public static Route get(String template, Function<Call, Reply> handler) {
        return new Route(HttpMethod.GET, template, false, atOnce(handler));
    }

    public static Route post(String template, Function<Call, Reply> handler) {
        return new Route(HttpMethod.POST, template, false, atOnce(handler));
    }

    public static Route put(String template, Function<Call, Reply> handler) {
        return new Route(HttpMethod.PUT, template, false, atOnce(handler));
    }

    public static Route patch(String template, Function<Call, Reply> handler) {
        return new Route(HttpMethod.PATCH, template, false, atOnce(handler));
    }

    public static Route delete(String template, Function<Call, Reply> handler) {
        return new Route(HttpMethod.DELETE, template, false, atOnce(handler));
    }

    /** A change that is answered only once others have been asked. */
    public static Route patchLater(String template, Function<Call, Future<Reply>> handler) {
        return new Route(HttpMethod.PATCH, template, false, handler);
    }

    private static Function<Call, Future<Reply>> atOnce(Function<Call, Reply> handler) {
        return call -> Future.succeededFuture(handler.apply(call));
    }

    /** The same route for whoever knows the interaction's token. */
    public Route withoutToken() {
        return new Route(method, template, true, handler);
    }

    String bucket() {
        return Integer.toHexString((method + template).hashCode());
    }

    /** The name of the path parameter that each have limits of their own. */
    String majorParameter() {
        int colon = template.indexOf(':');
        if (template.startsWith("/webhooks") || template.startsWith("/interactions")) {
            return "token";
        }
        int end = colon < 0 ? -1 : template.indexOf('/', colon);
        return colon < 0 ? "" : template.substring(colon + 1, end < 0 ? template.length() : end);
    }
}
