package dev.mitchbot.games.session;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        return byId.values().stream()
                .anyMatch(session -> session.playerId() == playerId
                        && session.opening().game().equals(game)
                        && session.status().isOpen());
    }

    /** Whether a game is in play whose outcome its seed would tell. */
    public boolean hasOpen(long playerId) {
        return byId.values().stream()
                .anyMatch(session ->
                        session.playerId() == playerId && session.status().isOpen());
    }

    public void add(Session session) {
        byId.put(session.id(), session);
    }

    public List<Session> changed() {
        return byId.values().stream().filter(Session::isChanged).toList();
    }
}
