package dev.mitchbot.economy.claims;

/** What a member may do only now and then. The names stand in the database for ever. */
public enum Claim {
    DAILY,
    WORK,
    STAKE
}
