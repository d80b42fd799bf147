package dev.mitchbot.gateway.broker;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Remembers the last so many ids. */
public final class RecentIds<T> {
    private final Set<T> ids;

    public RecentIds(int capacity) {
        ids = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<T, Boolean> eldest) {
                return size() > capacity;
            }
        }));
    }

    /** Whether the id is new; it is remembered either way. */
    public boolean add(T id) {
        return ids.add(id);
    }

    public boolean contains(T id) {
        return ids.contains(id);
    }
}
