package dev.mitchbot.economy.claims;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** When the members of a guild last did what they may do only now and then. */
public final class Claims {
    private final Map<Key, Instant> last;
    private final Set<Key> stamped = new HashSet<>();

    public Claims(Map<Key, Instant> last) {
        this.last = new HashMap<>(last);
    }

    /** The moment until which the member has to wait; empty where they need not. */
    public Optional<Instant> blockedUntil(long userId, Claim claim, Duration cooldown, Instant now) {
        return Optional.ofNullable(last.get(new Key(userId, claim)))
                .map(claimed -> claimed.plus(cooldown))
                .filter(now::isBefore);
    }

    public void stamp(long userId, Claim claim, Instant now) {
        Key key = new Key(userId, claim);
        last.put(key, now);
        stamped.add(key);
    }

    /** What was claimed since the rows were loaded. */
    public Set<Key> stamped() {
        return stamped;
    }

    /** Whose claim of what. */
    public record Key(long userId, Claim claim) {}
}
