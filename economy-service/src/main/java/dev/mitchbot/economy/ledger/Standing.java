package dev.mitchbot.economy.ledger;

/** A wallet's place among the others: by balance, then by id, the greater first. */
public record Standing(long userId, long balance) {}
