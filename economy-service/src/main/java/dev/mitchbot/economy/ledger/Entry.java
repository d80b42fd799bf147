package dev.mitchbot.economy.ledger;

import java.util.Optional;

/**
 * One line of a guild's journal; never changed once written.
 *
 * @param number counts the guild's entries from 1 without a gap
 * @param transaction the number of the first entry of the movement that this one belongs to
 * @param counterparty the other account, where there is exactly one
 */
public record Entry(
        long number,
        long transaction,
        long accountId,
        long amount,
        long balanceAfter,
        Optional<Long> counterparty,
        Cause cause) {}
