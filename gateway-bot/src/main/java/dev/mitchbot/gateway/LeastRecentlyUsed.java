package dev.mitchbot.gateway;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map of so many entries at most: what nobody has asked for or put for longest goes first. */
public final class LeastRecentlyUsed<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int capacity;

    public LeastRecentlyUsed(int capacity) {
        super(1024, 0.75f, true);
        this.capacity = capacity;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > capacity;
    }
}
