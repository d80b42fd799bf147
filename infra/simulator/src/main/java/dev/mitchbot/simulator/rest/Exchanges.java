package dev.mitchbot.simulator.rest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The last exchanges of the Discord face, and those who want to hear of each. */
public final class Exchanges {
    private final int capacity;
    private final Deque<Exchange> last = new ArrayDeque<>();
    private final List<Consumer<Exchange>> listeners = new CopyOnWriteArrayList<>();

    public Exchanges(int capacity) {
        this.capacity = capacity;
    }

    /** Calls the listener with each exchange, on the simulator's event loop. */
    public void onExchange(Consumer<Exchange> listener) {
        listeners.add(listener);
    }

    void add(Exchange exchange) {
        last.addLast(exchange);
        if (last.size() > capacity) {
            last.removeFirst();
        }
        listeners.forEach(listener -> listener.accept(exchange));
    }

    /** The newest exchanges, newest first. */
    public List<Exchange> newest(int limit) {
        return last.reversed().stream().limit(limit).toList();
    }
}
