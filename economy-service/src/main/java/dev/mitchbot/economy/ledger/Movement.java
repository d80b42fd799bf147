package dev.mitchbot.economy.ledger;

/** What became of a movement: posted whole, or nothing was moved. */
public sealed interface Movement {
    /** All legs are in the journal. */
    record Posted() implements Movement {}

    /** A wallet would have gone below zero. */
    record InsufficientFunds(long accountId, long needed, long balance) implements Movement {}

    /** An account would have gone beyond what the ledger counts. */
    record CeilingReached(long accountId) implements Movement {}
}
