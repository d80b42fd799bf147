package dev.mitchbot.messaging;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/**
 * How the broker is reached: everything that {@code kafka.*} says, such as addresses, TLS and log-in. The channels get that
 * from SmallRye; the clients that the kit opens itself get it here.
 */
@Singleton
final class BrokerSettings {
    private final Map<String, Object> broker;

    BrokerSettings(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = Map.copyOf(broker);
    }

    /** With what one client wants besides, which counts where both say something. */
    Map<String, Object> with(Map<String, Object> client) {
        Map<String, Object> both = new HashMap<>(broker);
        both.putAll(client);
        return both;
    }
}
