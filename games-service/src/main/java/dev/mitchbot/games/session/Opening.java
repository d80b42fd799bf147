package dev.mitchbot.games.session;

import dev.mitchbot.games.chance.Ticket;
import java.time.Instant;

/**
 * What is settled when a game begins.
 *
 * @param gameId unique in the guild
 * @param game the kind, for example {@code blackjack}
 * @param stake coins
 */
public record Opening(
        String gameId, long playerId, String game, long stake, Odds odds, Ticket ticket, Instant startedAt) {}
