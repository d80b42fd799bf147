package dev.mitchbot.simulator.world;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A user in a guild. */
public final class Member {
    private final User user;
    private final Instant joinedAt;
    private final Set<String> roles = new LinkedHashSet<>();
    private Optional<String> nick = Optional.empty();
    private Optional<Instant> timeoutUntil = Optional.empty();
    private boolean acceptsDirectMessages = true;

    public Member(User user, Instant joinedAt, Collection<String> roles) {
        this.user = user;
        this.joinedAt = joinedAt;
        this.roles.addAll(roles);
    }

    public User user() {
        return user;
    }

    public String id() {
        return user.id();
    }

    public Instant joinedAt() {
        return joinedAt;
    }

    public Set<String> roles() {
        return roles;
    }

    public Optional<String> nick() {
        return nick;
    }

    public void rename(Optional<String> other) {
        nick = other;
    }

    public Optional<Instant> timeoutUntil() {
        return timeoutUntil.filter(until -> until.isAfter(Instant.now()));
    }

    public boolean isTimedOut() {
        return timeoutUntil().isPresent();
    }

    public void timeOutUntil(Optional<Instant> until) {
        timeoutUntil = until;
    }

    public boolean acceptsDirectMessages() {
        return acceptsDirectMessages;
    }

    public void acceptDirectMessages(boolean accepts) {
        acceptsDirectMessages = accepts;
    }

    public JsonObject json() {
        return partialJson().put("user", user.json());
    }

    /** The member as messages carry it: without its user. */
    public JsonObject partialJson() {
        return new JsonObject()
                .put("roles", new JsonArray(java.util.List.copyOf(roles)))
                .put("nick", nick.orElse(null))
                .put("joined_at", Times.iso(joinedAt))
                .put("communication_disabled_until", Times.isoOrNull(timeoutUntil()))
                .put("premium_since", null)
                .put("avatar", null)
                .put("banner", null)
                .put("flags", 0)
                .put("pending", false)
                .put("mute", false)
                .put("deaf", false);
    }
}
