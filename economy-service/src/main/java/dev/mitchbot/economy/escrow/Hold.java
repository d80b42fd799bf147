package dev.mitchbot.economy.escrow;

import java.time.Instant;

/**
 * A stake in escrow.
 *
 * @param game the kind of game
 * @param entry the number of the ledger entry that took it out of the wallet; no other hold of the guild has it
 * @param expiresAt when it goes back by itself
 */
public record Hold(String gameId, long playerId, String game, long amount, long entry, Instant expiresAt) {}
