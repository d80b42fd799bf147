package dev.mitchbot.games.guild;

import dev.mitchbot.games.chance.Player;
import dev.mitchbot.games.chance.ServerSeed;
import dev.mitchbot.games.session.Odds;
import dev.mitchbot.games.session.Session;
import dev.mitchbot.games.session.Sessions;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules see of one guild, and change.
 *
 * @param players by id
 * @param revealedSeeds of the games that are to be checked, by the game's id; none where the seed was secret when the
 *     batch was loaded
 */
public record GuildGames(
        long guildId, Odds odds, Map<Long, Player> players, Sessions sessions, Map<String, ServerSeed> revealedSeeds) {
    public Player player(long id) {
        Player player = players.get(id);
        if (player == null) {
            throw new IllegalStateException("Player " + id + " was not loaded");
        }
        return player;
    }

    /** What the game was drawn from, once that is no secret any more: also where the same batch has revealed it. */
    public Optional<ServerSeed> revealedSeed(Session game) {
        return Optional.ofNullable(revealedSeeds.get(game.id()))
                .or(() ->
                        player(game.playerId()).revealed(game.opening().ticket().seedNumber()));
    }
}
