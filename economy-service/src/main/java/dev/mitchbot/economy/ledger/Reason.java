package dev.mitchbot.economy.ledger;

/** Why money moved. The names stand in the database for ever. */
public enum Reason {
    OPENING,
    DAILY,
    WORK,
    GIFT,
    ADMIN_ADD,
    ADMIN_REMOVE,
    ADMIN_SET,
    STAKE_HELD,
    STAKE_SETTLED,
    STAKE_RELEASED,
    STAKE_EXPIRED,
    STAKE_PLAYED
}
