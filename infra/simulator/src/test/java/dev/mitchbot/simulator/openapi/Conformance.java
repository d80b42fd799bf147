package dev.mitchbot.simulator.openapi;

import dev.mitchbot.simulator.Simulator;
import dev.mitchbot.simulator.rest.Exchange;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Listens to a simulator and tells which of its exchanges the description does not allow. */
public final class Conformance {
    private final ConcurrentLinkedQueue<Exchange> exchanges = new ConcurrentLinkedQueue<>();

    public static Conformance listeningTo(Simulator simulator) {
        var conformance = new Conformance();
        simulator.onExchange(conformance.exchanges::add);
        return conformance;
    }

    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    public List<String> flaws(DiscordDescription description) {
        return exchanges.stream()
                .flatMap(exchange -> description
                        .flaws(
                                exchange.method(),
                                exchange.path(),
                                exchange.request(),
                                exchange.status(),
                                exchange.response())
                        .stream())
                .distinct()
                .toList();
    }
}
