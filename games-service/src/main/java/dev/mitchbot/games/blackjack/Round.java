package dev.mitchbot.games.blackjack;

import dev.mitchbot.games.session.GameState;

/** The cards on the table; the dealer's first one lies face down until the player is done. */
public record Round(Hand player, Hand dealer) implements GameState {
    static final Round UNDEALT = new Round(Hand.EMPTY, Hand.EMPTY);

    /** How many cards have left the shoe. */
    int dealt() {
        return player.size() + dealer.size();
    }
}
