package dev.mitchbot.games.chance;

/**
 * Which of a player's draws a game has. No two games of a player have the same seed and nonce.
 *
 * @param seedNumber the player's server seed, counted from 1
 * @param nonce counts the games that are drawn from the seed, from 0
 */
public record Ticket(int seedNumber, String clientSeed, long nonce) {}
