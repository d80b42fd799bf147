package dev.mitchbot.simulator.control;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.function.Function;

/** One call of the control face. */
public record Control(HttpMethod method, String template, Function<Order, Future<Answer>> handler) {
    static Control get(String template, Function<Order, Future<Answer>> handler) {
        return new Control(HttpMethod.GET, template, handler);
    }

    static Control post(String template, Function<Order, Future<Answer>> handler) {
        return new Control(HttpMethod.POST, template, handler);
    }

    static Control put(String template, Function<Order, Future<Answer>> handler) {
        return new Control(HttpMethod.PUT, template, handler);
    }

    static Control patch(String template, Function<Order, Future<Answer>> handler) {
        return new Control(HttpMethod.PATCH, template, handler);
    }

    static Control delete(String template, Function<Order, Future<Answer>> handler) {
        return new Control(HttpMethod.DELETE, template, handler);
    }
}
