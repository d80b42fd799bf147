package dev.mitchbot.gateway.interaction;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Remembers the last so many ids. */
final class RecentIds<T> {
    private final Set<T> ids;

    RecentIds(int capacity) {
        ids = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<T, Boolean> eldest) {
                return size() > capacity;
            }
        }));
    }

    /** Whether the id is new; it is remembered either way. */
    boolean add(T id) {
        return ids.add(id);
    }

    boolean contains(T id) {
        return ids.contains(id);
    }
}
