package dev.mitchbot.messaging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service's handlers by the type of message that they handle. */
final class Handlers<K, W> {
    private final Map<String, Handler<?, K, W>> byType = new HashMap<>();

    Handlers(List<? extends Handler<?, K, W>> handlers) {
        for (Handler<?, K, W> handler : handlers) {
            Handler<?, K, W> other = byType.put(handler.type(), handler);
            if (other != null) {
                throw new IllegalArgumentException(
                        "Two handlers for " + handler.type() + ": " + other + " and " + handler);
            }
        }
    }

    Optional<Class<?>> bodyType(String type) {
        return Optional.ofNullable(byType.get(type)).map(Handler::bodyType);
    }

    boolean isQuery(Message message) {
        return byType.get(message.event().type()).query();
    }

    boolean firstCounts(Message message) {
        return byType.get(message.event().type()).firstCounts();
    }

    void needs(Message message, K keys) {
        handlerOf(message).needs(message.body(), keys);
    }

    void decide(Message message, W work, Effects effects) {
        handlerOf(message).decide(message.body(), work, effects);
    }

    @SuppressWarnings("unchecked") // the decoder made the body from this handler's own body type
    private Handler<Object, K, W> handlerOf(Message message) {
        return (Handler<Object, K, W>) byType.get(message.event().type());
    }
}
