package dev.mitchbot.games.guild;

import dev.mitchbot.games.session.Session;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All kinds of game, by name. */
public final class Tables {
    private final Map<String, Game> games;

    public Tables(Collection<Game> all) {
        games = all.stream().collect(Collectors.toMap(Game::name, Function.identity()));
    }

    /** The game that the session is one of. */
    public Game of(Session session) {
        Game game = games.get(session.opening().game());
        if (game == null) {
            throw new IllegalStateException("no table for " + session.opening().game());
        }
        return game;
    }
}
