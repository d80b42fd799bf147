package dev.mitchbot.economy.ledger;

/**
 * One side of a movement.
 *
 * @param amount coins that the account gains, negative where it gives
 */
public record Leg(long accountId, long amount) {}
