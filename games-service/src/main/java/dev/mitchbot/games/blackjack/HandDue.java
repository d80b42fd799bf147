package dev.mitchbot.games.blackjack;

/**
 * A hand's time is up.
 *
 * @param attended whether we were there long enough for the player to have had their chance
 */
public record HandDue(long guildId, String gameId, boolean attended) {
    public static final String TYPE = "games.hand-due.v1";
}
