package dev.mitchbot.simulator.world;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;

/** The last messages of a channel, in order; when it is full the oldest goes. */
public final class History {
    private final int capacity;
    private final TreeMap<Long, Message> messages = new TreeMap<>();

    History(int capacity) {
        this.capacity = capacity;
    }

    void add(Message message) {
        messages.put(Long.valueOf(message.id()), message);
        if (messages.size() > capacity) {
            messages.pollFirstEntry();
        }
    }

    Optional<Message> find(String id) {
        return Optional.ofNullable(messages.get(Long.valueOf(id)));
    }

    boolean remove(String id) {
        return messages.remove(Long.valueOf(id)) != null;
    }

    public Collection<Message> newestFirst() {
        return messages.descendingMap().values();
    }

    public Collection<Message> newestBefore(String id) {
        return messages.headMap(Long.valueOf(id), false).descendingMap().values();
    }

    public Collection<Message> oldestAfter(String id) {
        return messages.tailMap(Long.valueOf(id), false).values();
    }

    public Optional<String> lastId() {
        return messages.isEmpty()
                ? Optional.empty()
                : Optional.of(messages.lastKey().toString());
    }
}
