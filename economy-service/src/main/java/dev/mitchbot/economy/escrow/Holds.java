package dev.mitchbot.economy.escrow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A guild's stakes in escrow, by game. */
public final class Holds {
    private final Map<String, List<Hold>> byGame = new HashMap<>();
    private final List<Hold> added = new ArrayList<>();
    private final List<Hold> removed = new ArrayList<>();

    public Holds(Collection<Hold> loaded) {
        loaded.forEach(hold -> of(hold.gameId()).add(hold));
    }

    public List<Hold> ofGame(String gameId) {
        return List.copyOf(byGame.getOrDefault(gameId, List.of()));
    }

    public boolean holds(String gameId, long playerId) {
        return ofGame(gameId).stream().anyMatch(hold -> hold.playerId() == playerId);
    }

    public void add(Hold hold) {
        of(hold.gameId()).add(hold);
        added.add(hold);
    }

    /** Takes all stakes of a game out of escrow, because the game is over. */
    public void removeGame(String gameId) {
        for (Hold hold : ofGame(gameId)) {
            if (!added.remove(hold)) {
                removed.add(hold);
            }
        }
        byGame.remove(gameId);
    }

    /** The stored ones that are gone since they were loaded. */
    public List<Hold> removed() {
        return removed;
    }

    /** The new ones that are still there. */
    public List<Hold> added() {
        return added;
    }

    private List<Hold> of(String gameId) {
        return byGame.computeIfAbsent(gameId, game -> new ArrayList<>(2));
    }
}
