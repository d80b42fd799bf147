package dev.mitchbot.games.session;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The games of a guild that somebody asked for. */
public final class Sessions {
    private final Map<String, Session> byId = new HashMap<>();

    public Sessions(Collection<Session> loaded) {
        loaded.forEach(session -> byId.put(session.id(), session));
    }

    public Optional<Session> find(String gameId) {
        return Optional.ofNullable(byId.get(gameId));
    }

    public boolean hasOpen(long playerId, String game) {
        return of(playerId)
                .anyMatch(session -> session.opening().game().equals(game)
                        && session.status().isOpen());
    }

    public Stream<Session> of(long playerId) {
        return byId.values().stream().filter(session -> session.playerId() == playerId);
    }

    public void add(Session session) {
        byId.put(session.id(), session);
    }

    public List<Session> changed() {
        return byId.values().stream().filter(Session::isChanged).toList();
    }
}
